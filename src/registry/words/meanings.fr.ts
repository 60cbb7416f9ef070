/** What the words of the field mean, in French, by the English sentence that the registry says it in. */

const kinds = {
  'A human being who holds office, speaks, or takes part; named in a source, or known by the office alone.':
    'Un être humain qui occupe un poste, s’exprime ou prend part; nommé dans une source, ou connu par son seul poste.',
  'A trade union, or a component or local of one, that represents employees in bargaining.':
    'Un syndicat, ou l’un de ses éléments ou sections locales, qui représente des employés à la négociation.',
  'The standing government of a jurisdiction, whoever leads it.':
    'Le gouvernement d’un territoire, quelle que soit la personne qui le dirige.',
  'A government in the hands of one leader or party, between two dates: a ministry.':
    'Un gouvernement aux mains d’un chef ou d’un parti, entre deux dates.',
  'A department, agency, board or cabinet of a government, or a public employer.':
    'Un ministère, une agence, une commission ou le Cabinet d’un gouvernement, ou un employeur public.',
  'A party that stands for election and forms governments.':
    'Un parti qui se présente aux élections et forme des gouvernements.',
  'A court or tribunal that hears legal challenges.': 'Un tribunal qui instruit des contestations judiciaires.',
  'A publisher, broadcaster or agency that puts out news.':
    'Un éditeur, un radiodiffuseur ou une agence qui diffuse des nouvelles.',
  'People of one occupation or situation, taken together, who are spoken of as a group.':
    'Des personnes d’une même profession ou situation, dont on parle comme d’un groupe.',
  'A post that people hold one after another; kept apart from its holders. It can speak where nobody says who holds it.':
    'Un poste que des personnes occupent tour à tour, distinct de ses titulaires. Il peut s’exprimer quand personne ne dit qui l’occupe.',
  'The area that a government governs.': 'Le territoire qu’un gouvernement gouverne.',
  'A group of employees for whom a union bargains with an employer.':
    'Un groupe d’employés pour lequel un syndicat négocie avec un employeur.',
  'One round of collective bargaining for an agreement, from notice to ratification or imposition.':
    'Une ronde de négociation d’une convention collective, de l’avis à la ratification ou au règlement imposé.',
  'What one side puts to the other, or what a law would impose, term by term.':
    'Ce qu’une partie propose à l’autre, ou ce qu’une loi imposerait, condition par condition.',
  'The agreement that sets the terms of employment of a bargaining unit.':
    'La convention qui fixe les conditions d’emploi d’une unité de négociation.',
  'A labour dispute: a disagreement between an employer and employees or their union.':
    'Un désaccord entre un employeur et des employés ou leur syndicat.',
  'A bill or an act, with its stages and what it provides.':
    'Un projet de loi ou une loi, avec ses étapes et ses dispositions.',
  'A case in court against a law or an act of an employer. An accusation alone is none.':
    'Un recours en justice contre une loi ou un acte d’un employeur. Une accusation seule n’en est pas un.',
  'A subject at stake, narrower or broader than others.': 'Un sujet en jeu, plus étroit ou plus large que d’autres.',
  'Something that happened or was due to happen, at a time.':
    'Ce qui a eu lieu ou devait avoir lieu, à un moment donné.',
  'What somebody said or wrote, told in the project’s words.':
    'Ce que quelqu’un a dit ou écrit, rapporté dans les mots du projet.',
  'A proposition that can be asserted, disputed, denied or qualified; often a figure.':
    'Un énoncé qui peut être affirmé, mis en doute, nié ou nuancé; souvent un chiffre.',
  'A published news article that facts are taken from.': 'Un article de presse publié dont des faits sont tirés.',
};

const types = {
  'Organizes across the country.': 'Syndique partout au pays.',
  'Organizes in one province.': 'Syndique dans une seule province.',
  'A part of a national union, usually for one department or group of them.':
    'Une partie d’un syndicat national, le plus souvent pour un ministère ou un groupe de ministères.',
  'A local of a union.': 'Une section locale d’un syndicat.',
  'Of the country.': 'Du pays.',
  'Of a province.': 'D’une province.',
  'The employer in law of public employees.': 'L’employeur, en droit, des employés publics.',
  'A department or ministry.': 'Un ministère.',
  'An agency at arm’s length.': 'Une agence indépendante.',
  'A board or commission.': 'Un conseil ou une commission.',
  'A committee of ministers that decides for a government.': 'Un comité de ministres qui décide pour un gouvernement.',
  'An elected assembly that makes laws.': 'Une assemblée élue qui fait les lois.',
  'Radio, television and their sites.': 'La radio, la télévision et leurs sites.',
  'Sells its reports to other outlets.': 'Vend ses articles à d’autres médias.',
  'Publishes online.': 'Publie en ligne.',
  'A programme of a broadcaster.': 'Une émission d’un radiodiffuseur.',
  'Heads the organization.': 'Dirige l’organisation.',
  'Stands in for or next to a president.': 'Seconde ou remplace la présidence.',
  'Heads a provincial government.': 'Dirige un gouvernement provincial.',
  'Stands in for a premier.': 'Remplace le premier ministre d’une province.',
  'Bargains for a party at the table.': 'Négocie à la table pour une partie.',
  'Heads a department of a government.': 'Dirige un ministère.',
  'The senior public servant of a department.': 'Le plus haut fonctionnaire d’un ministère.',
  'Speaks to the public for an organization.': 'S’adresse au public au nom d’une organisation.',
  'Helps the parties to agree, and decides nothing.': 'Aide les parties à s’entendre, et ne décide rien.',
  'Decides what the parties do not agree on.': 'Tranche ce sur quoi les parties ne s’entendent pas.',
  'A state.': 'Un État.',
  'A province or territory of one.': 'Une province ou un territoire d’un État.',
  'For one unit.': 'Pour une seule unité.',
  'For several units, at tables of their own.': 'Pour plusieurs unités, chacune à sa table.',
  'One of the tables of a round, which is part of it and has a state of its own.':
    'L’une des tables d’une ronde, qui en fait partie et a son propre statut.',
  'What a union asks for.': 'Ce qu’un syndicat demande.',
  'What an employer proposes.': 'Ce qu’un employeur propose.',
  'An answer to the other side’s proposal.': 'Une réponse à la proposition de l’autre partie.',
  'Terms that a law imposes.': 'Des conditions qu’une loi impose.',
  'Reached at the table.': 'Conclue à la table.',
  'Set by an arbitrator.': 'Fixée par un arbitre.',
  'Set by law.': 'Fixée par une loi.',
  'Over what the terms of employment should become.': 'Sur ce que devraient devenir les conditions d’emploi.',
  'Over what existing terms or laws mean.': 'Sur le sens de conditions ou de lois existantes.',
  'Before a legislature.': 'Devant une assemblée législative.',
  'Made law.': 'Adoptée.',
  'On constitutional grounds.': 'Pour des motifs constitutionnels.',
  'On grounds of an ordinary law.': 'Pour des motifs tirés d’une loi ordinaire.',
  'The source gives the speaker’s own words.': 'La source donne les paroles mêmes.',
  'The source tells it in its words.': 'La source le rapporte dans ses mots.',
  'The source gives some of the speaker’s words and tells the rest.':
    'La source donne une partie des paroles et rapporte le reste.',
  'A measured quantity.': 'Une quantité mesurée.',
  'Something held to be so.': 'Ce qui est tenu pour vrai.',
  'That somebody did wrong.': 'Que quelqu’un a mal agi.',
  'That somebody will do something.': 'Que quelqu’un fera quelque chose.',
};

const events = {
  'A party gives notice to bargain.': 'Une partie donne avis de négocier.',
  'A bargaining session or series of them.': 'Une séance de négociation, ou une série de séances.',
  'A side leaves the table. It is neither an impasse nor a strike.':
    'Une partie quitte la table. Ce n’est ni une impasse ni une grève.',
  'A side declares that no progress is possible.': 'Une partie déclare que tout progrès est impossible.',
  'A mediator is named, at work, or reports.': 'Un médiateur est nommé, à l’œuvre, ou fait rapport.',
  'A conciliator, board or commission is named, at work, or reports.':
    'Un conciliateur ou une commission est nommé, à l’œuvre, ou fait rapport.',
  'Arbitration is asked for, begun, awarded, or taken away.': 'L’arbitrage est demandé, commencé, rendu, ou retiré.',
  'A side gives ground.': 'Une partie cède du terrain.',
  'A proposal is put forward.': 'Une proposition est présentée.',
  'The parties agree at the table; it is not yet ratified.':
    'Les parties s’entendent à la table; ce n’est pas encore ratifié.',
  'The members or the employer vote on an agreement.': 'Les membres ou l’employeur se prononcent sur une entente.',
  'An agreement is ratified or signed.': 'Une entente est ratifiée ou signée.',
  'A bill is tabled in a legislature.': 'Un projet de loi est déposé devant une assemblée législative.',
  'A law is adopted.': 'Une loi est adoptée.',
  'A law is repealed or withdrawn.': 'Une loi est abrogée ou retirée.',
  'A law ends a strike or lockout.': 'Une loi met fin à une grève ou à un lock-out.',
  'A collective agreement’s term ends.': 'Une convention collective arrive à son terme.',
  'Members vote on a strike.': 'Les membres votent sur une grève.',
  'Notice of a strike or lockout is served.': 'Un préavis de grève ou de lock-out est donné.',
  'Employees stop work.': 'Des employés cessent le travail.',
  'An employer keeps employees from work.': 'Un employeur empêche des employés de travailler.',
  'Employees go back to work after a strike or lockout.':
    'Des employés reprennent le travail après une grève ou un lock-out.',
  'Pickets, rallies, work to rule, a ban on overtime: short of a strike.':
    'Piquets, rassemblements, grève du zèle, refus des heures supplémentaires: moins qu’une grève.',
  'A case is begun.': 'Un recours est déposé.',
  'A court decides.': 'Un tribunal tranche.',
  'Somebody speaks out: an interview, a press conference, a message.':
    'Quelqu’un s’exprime: une entrevue, une conférence de presse, un message.',
  'A general election.': 'Des élections générales.',
  'A budget is tabled.': 'Un budget est déposé.',
  'Staff are taken on.': 'Du personnel est embauché.',
  'Jobs are cut.': 'Des postes sont supprimés.',
  'Ministers meet to decide.': 'Des ministres se réunissent pour décider.',
  'A day by which something must be done, or else.':
    'Un jour avant lequel une chose doit être faite, sans quoi il y a une conséquence.',
};

const statuses = {
  'Put to the other side and still standing.': 'Présentée à l’autre partie, et toujours sur la table.',
  'Replaced by a later proposal of the same party.': 'Remplacée par une proposition ultérieure de la même partie.',
  'Made law, to take effect if the parties do not agree.':
    'Inscrite dans une loi, pour s’appliquer si les parties ne s’entendent pas.',
  'Agreed to by the other side.': 'Acceptée par l’autre partie.',
  'Refused by the other side.': 'Refusée par l’autre partie.',
  'Tabled in the legislature; first reading.': 'Déposé devant l’assemblée législative; première lecture.',
  'Under study by a committee.': 'À l’étude en comité.',
  'Adopted by the legislature.': 'Adopté par l’assemblée législative.',
  'Has taken effect.': 'A pris effet.',
  'No longer law.': 'N’a plus force de loi.',
  'Notice to bargain has been given.': 'L’avis de négocier a été donné.',
  'The parties meet.': 'Les parties se rencontrent.',
  'The parties do not meet for now.': 'Les parties ne se rencontrent pas pour le moment.',
  'A party has declared that no progress is possible.': 'Une partie a déclaré que tout progrès est impossible.',
  'A mediator assists.': 'Un médiateur aide les parties.',
  'A conciliator or conciliation board is at work.': 'Un conciliateur ou une commission de conciliation est à l’œuvre.',
  'An arbitrator will decide.': 'Un arbitre tranchera.',
  'Agreed at the table, not yet ratified.': 'Conclue à la table, pas encore ratifiée.',
  'Ratified by the members and the employer.': 'Ratifiée par les membres et l’employeur.',
  'The terms were imposed by law.': 'Les conditions ont été imposées par une loi.',
  'Refused by the members or the employer.': 'Refusée par les membres ou l’employeur.',
  'Its term runs.': 'Sa durée court.',
  'Its term is over.': 'Sa durée est écoulée.',
  'Not resolved.': 'Non réglé.',
  'A side has left the table.': 'Une partie a quitté la table.',
  'The sides have arranged to meet again.': 'Les parties ont convenu de se revoir.',
  'Resolved.': 'Réglé.',
  'Said to be coming.': 'Dite à venir.',
  'Filed and not decided.': 'Déposée, et non tranchée.',
  'Ruled on.': 'Tranchée.',
  'Given up.': 'Abandonnée.',
  'Arranged; the source does not say that it took place.': 'Prévu; la source ne dit pas que cela a eu lieu.',
  'Had begun and not ended when the source spoke of it.': 'Commencé et non terminé quand la source en a parlé.',
  'Took place.': 'A eu lieu.',
  'Put off to a later time.': 'Remis à plus tard.',
  'Called off.': 'Annulé.',
  'May be brought about, and had not been.': 'Peut être décidé, et ne l’avait pas été.',
};

const others = {
  'Said on the air.': 'Dit à l’antenne.',
  'Said to a reporter.': 'Dit à un journaliste.',
  'Written by a union to its members.': 'Écrit par un syndicat à ses membres.',
  'Written to a reporter.': 'Écrit à un journaliste.',
  'Said to the press at large.': 'Dit à la presse en général.',
  'Written to the press at large, as a statement.': 'Écrit à la presse en général, comme déclaration.',
  'Put out as a news release.': 'Diffusé comme communiqué.',
  'Posted on social media.': 'Publié sur les réseaux sociaux.',
  'Said in a court or before a tribunal, or filed there.': 'Dit devant un tribunal, ou déposé auprès de lui.',
  'Said in a legislature or before its committee.': 'Dit devant une assemblée législative ou son comité.',
  'Conciliation, and a strike if it fails.': 'La conciliation, et la grève si elle échoue.',
  'Binding arbitration.': 'L’arbitrage exécutoire.',
  'A law imposes the terms.': 'Une loi impose les conditions.',
  'Employees and their unions.': 'Les employés et leurs syndicats.',
  'Employers and governments as such.': 'Les employeurs, et les gouvernements comme tels.',
  'Who brought the case.': 'Qui a intenté le recours.',
  'Against whom it was brought.': 'Contre qui il a été intenté.',
  'Who was let in beside them.': 'Qui a été admis à leurs côtés.',
  'The paragraph gives the speaker’s own words.': 'Le paragraphe donne les paroles mêmes.',
  'The paragraph gives some of them.': 'Le paragraphe en donne une partie.',
  'The paragraph tells what was said in its own words.': 'Le paragraphe rapporte dans ses mots ce qui a été dit.',
  'Somebody says so, and nobody says otherwise.': 'Quelqu’un le dit, et personne ne dit autre chose.',
  'Somebody calls it into question.': 'Quelqu’un le met en doute.',
  'Somebody says that it is not so.': 'Quelqu’un dit que ce n’est pas le cas.',
  'Somebody limits it or adds a condition.': 'Quelqu’un le nuance ou y met une condition.',
  'Another claim stands against it.': 'Une autre affirmation s’y oppose.',
  'It stands against another claim.': 'Il s’oppose à une autre affirmation.',
  'It is alleged to be unlawful, in a case that a court has before it. An accusation alone is no case.':
    'On le dit illégal, dans un recours dont un tribunal est saisi. Une accusation seule n’est pas un recours.',
  'What the union asks for.': 'Ce que le syndicat demande.',
  'What the employer offers.': 'Ce que l’employeur offre.',
  'What a law imposes.': 'Ce qu’une loi impose.',
};

export const meanings: Readonly<Record<string, string>> = { ...kinds, ...types, ...events, ...statuses, ...others };
