BEGIN TRANSACTION;
CREATE TABLE acknowledgement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind TEXT NOT NULL, 
	said_on TEXT NOT NULL, 
	author_id INTEGER NOT NULL, 
	recipient_id INTEGER NOT NULL, 
	item_id INTEGER, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	told INTEGER NOT NULL, 
	placed INTEGER, 
	origin INTEGER NOT NULL, 
	event_id INTEGER, 
	CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'apology')), 
	CONSTRAINT said_on_is_a_day CHECK (said_on IS date(said_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	CONSTRAINT nobody_thanks_themselves CHECK (author_id <> recipient_id), 
	CONSTRAINT for_an_item_or_an_event CHECK (item_id IS NULL OR event_id IS NULL), 
	FOREIGN KEY(author_id) REFERENCES contact (id), 
	FOREIGN KEY(recipient_id) REFERENCES contact (id), 
	FOREIGN KEY(item_id) REFERENCES number (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "acknowledgement" VALUES(1,'thanks','2026-01-07',1,2,NULL,'card','',1795914478621715,NULL,1,NULL);
INSERT INTO "acknowledgement" VALUES(2,'thanks','2026-01-09',1,6,NULL,'','',1795914484051160,NULL,1,NULL);
INSERT INTO "acknowledgement" VALUES(3,'apology','2026-01-15',1,2,NULL,'','',1795914489097792,NULL,1,NULL);
INSERT INTO "acknowledgement" VALUES(4,'thanks','2026-01-20',8,1,NULL,'','',1795914496063697,NULL,1,NULL);
INSERT INTO "acknowledgement" VALUES(5,'thanks','2026-01-31',1,6,NULL,'card','',1795914512588490,NULL,1,6);
INSERT INTO "acknowledgement" VALUES(6,'thanks','2026-02-04',2,1,NULL,'','',1795914525566511,NULL,1,NULL);
CREATE TABLE archival (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	contact_id INTEGER NOT NULL, 
	since_on TEXT NOT NULL, 
	is_over INTEGER NOT NULL, 
	told INTEGER NOT NULL, 
	origin INTEGER NOT NULL, 
	CONSTRAINT since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days')), 
	CONSTRAINT is_over_is_a_flag CHECK (is_over IN (0, 1)), 
	FOREIGN KEY(contact_id) REFERENCES contact (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "archival" VALUES(1,12,'2026-01-24',0,1795914503117528,1);
CREATE TABLE archived (
	contact_id INTEGER NOT NULL, 
	since_on TEXT NOT NULL, 
	PRIMARY KEY (contact_id), 
	CONSTRAINT since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days')), 
	FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "archived" VALUES(12,'2026-01-24');
CREATE TABLE attempt (
	obligation_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	made_on TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	event_id INTEGER, 
	statement_id INTEGER, 
	moment INTEGER NOT NULL, 
	PRIMARY KEY (obligation_id, ordinal), 
	CONSTRAINT made_on_is_a_day CHECK (made_on IS date(made_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	FOREIGN KEY(obligation_id) REFERENCES obligation (id), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(statement_id) REFERENCES statement (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "attempt" VALUES(13,1,'2026-01-08','phone','',7,NULL,1795914481794501);
INSERT INTO "attempt" VALUES(35,1,'2026-01-28','','',18,NULL,1795914507912603);
CREATE TABLE change (
	id INTEGER NOT NULL, 
	made_at INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	command TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	target_id INTEGER, 
	parent_id INTEGER, 
	top_id INTEGER, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT kind_is_known CHECK (kind IN ('do', 'undo', 'redo')), 
	CONSTRAINT no_nul CHECK (instr(command, char(0)) = 0 AND instr(summary, char(0)) = 0), 
	FOREIGN KEY(target_id) REFERENCES change (id), 
	FOREIGN KEY(parent_id) REFERENCES change (id), 
	FOREIGN KEY(top_id) REFERENCES change (id)
)
 STRICT

;
INSERT INTO "change" VALUES(1,1795914471730036,'do','netlog meet ''Dana Park'' Sam --at ''Chamber breakfast'' --note ''Dana räumt auf'' --no-input','You met Dana Park and Sam',NULL,NULL,1,X'B71ACA837C3A7FCEAA85DC96D199507C');
INSERT INTO "change" VALUES(2,1795914472897443,'do','netlog person ''Acme HR'' --org Acme --email hr@acme.example --phone ''+49 30 1234'' --new --no-input','Added Acme HR: at Acme; e-mail hr@acme.example; phone +49 30 1234',NULL,1,2,X'84240762C55AC2278FF220C47109528C');
INSERT INTO "change" VALUES(3,1795914474042832,'do','netlog intro Dana ''Acme HR'' --for ''employee handbook'' --via email --no-input','You introduced Dana Park to Acme HR for "employee handbook"',NULL,2,3,X'2210049A73B6FADBF94BB861863AFDFC');
INSERT INTO "change" VALUES(4,1795914475201327,'do','netlog talk Dana --note ''wants a bookkeeper'' --no-input','You talked with Dana Park',NULL,3,4,X'74625F82EBB455A6C6F1D07FD211BEFA');
INSERT INTO "change" VALUES(5,1795914476418543,'do','netlog person Dana --need bookkeeping --skill law --alias Dee --every 6w --no-input','Dana Park: in touch every 6 weeks; skills law; needs bookkeeping; also called Dee',NULL,4,5,X'B46045DD00EB4E226E69BD1FE59FDD3C');
INSERT INTO "change" VALUES(6,1795914477603482,'do','netlog note Sam ''two kids, sails'' --no-input','A note on Sam: "two kids, sails"',NULL,5,6,X'A13C445817036F19CD8F71699A2DA4A6');
INSERT INTO "change" VALUES(7,1795914478621731,'do','netlog thank Dana --via card --no-input','You thanked Dana Park',NULL,6,7,X'9B5E01ED0A59C910B5372F0AA8272326');
INSERT INTO "change" VALUES(8,1795914479845628,'do','netlog promise ''two referrals'' --by Dana --times 2 --due 2026-01-30 --no-input','Dana Park promised you "two referrals"',NULL,7,8,X'7611C1B5E27B37F0064879BADD95B670');
INSERT INTO "change" VALUES(9,1795914480916397,'do','netlog intro me ''Jo Young'' --by Amy --for ''campus outreach'' --new --no-input','Amy introduced you to Jo Young for "campus outreach"',NULL,8,9,X'CD5EDF5CDB58B0134302E8AF2EBB9368');
INSERT INTO "change" VALUES(10,1795914481794517,'do','netlog reach Jo --via phone --no-input','You reached out to Jo Young',NULL,9,10,X'6B603A44D8BC3AFE6FCD22BC9A6BCE1B');
INSERT INTO "change" VALUES(11,1795914482742333,'do','netlog reach Jo --via email --about ''the slides'' --no-input','You reached out to Jo Young about "the slides"',NULL,10,11,X'1CB24E516285E5070EF8B7C72399B789');
INSERT INTO "change" VALUES(12,1795914484051176,'do','netlog thank Amy --no-input','You thanked Amy',NULL,11,12,X'C5087670A61E2F88D5196A63695F95CF');
INSERT INTO "change" VALUES(13,1795914485363359,'do','netlog check e2 --responded --no-input','Acme HR answered Dana Park',NULL,12,13,X'5F825AB3B59A12EA06D5860AEBFB1E6D');
INSERT INTO "change" VALUES(14,1795914486607856,'do','netlog intro ''Dana Park'' Lee --for law --first client --new --no-input','You introduced Dana Park to Lee for "law"',NULL,13,14,X'89C9010CCDFE4B07C8F83A5F398AB299');
INSERT INTO "change" VALUES(15,1795914487846563,'do','netlog problem e2 ''combative on the phone'' --with ''Acme HR'' --no-input','A problem with Acme HR: "combative on the phone"',NULL,14,15,X'D614AE801DA3CF59B585D74E78170D2B');
INSERT INTO "change" VALUES(16,1795914489097808,'do','netlog apologize Dana --no-input','You apologised to Dana Park',NULL,15,16,X'45F4B3C42D043B53D4D27E2BC867DA8B');
INSERT INTO "change" VALUES(17,1795914490392934,'do','netlog problem e9 ''never came'' --with Lee --no-input','A problem with Lee: "never came"',NULL,16,17,X'2292862A2A46DD8D278C028FBBFB58EB');
INSERT INTO "change" VALUES(18,1795914492486721,'do','netlog intro ''Dana Park'' Ann --replaces e2 --new --no-input','You introduced Dana Park to Ann',NULL,17,18,X'50639D7EA56B9FB78C4A36E287687347');
INSERT INTO "change" VALUES(19,1795914493639356,'do','netlog intro me Max --by ''Dana Park'' --keeps 11 --new --no-input','Dana Park introduced you to Max',NULL,18,19,X'DF604A82261C660381312F64F7AAE42D');
INSERT INTO "change" VALUES(20,1795914494816293,'do','netlog check e2 --worth 1200 --no-input','1200 of business came of e2: Dana Park and Acme HR',NULL,19,20,X'832AD34B646B74F2F8CA1E733CF1CF4F');
INSERT INTO "change" VALUES(21,1795914496063713,'do','netlog thank me --by Lee --no-input','Lee thanked you',NULL,20,21,X'6B9AF353C91903E7DB7BEA7AF4D6C861');
INSERT INTO "change" VALUES(22,1795914497362659,'do','netlog promise deck --to Sam --due 2026-01-25 --no-input','You promised Sam "deck"',NULL,21,22,X'FB00DC56812FC6ADAA3623874EA47B5C');
INSERT INTO "change" VALUES(23,1795914498359583,'undo','undo','You promised Sam "deck"',22,NULL,21,X'1F16BB3EFA579D9F3388B13F3BF43D0C');
INSERT INTO "change" VALUES(24,1795914499488529,'redo','redo','You promised Sam "deck"',22,NULL,22,X'B5862EE6BB8E112A45DD2745FEB79B9E');
INSERT INTO "change" VALUES(25,1795914500749698,'do','netlog promise budget --by Sam --no-input','Sam promised you "budget"',NULL,22,25,X'30DF0BA5AC5C015D09D9F258A750AD03');
INSERT INTO "change" VALUES(26,1795914501890045,'do','netlog meet Eve Bob Max Kim --at fair --new --no-input','You met Eve, Bob, Max and Kim',NULL,25,26,X'66326D5E61D3D088F8C58397085243D2');
INSERT INTO "change" VALUES(27,1795914503117544,'do','netlog person Bob --archive --no-input','Bob: archived',NULL,26,27,X'E90CCD1F28C467E39A2EFA88D19F79A6');
INSERT INTO "change" VALUES(28,1795914504393088,'do','netlog edit e1 --note ''Dana tidies up'' --no-input','Changed e1: You met Dana Park and Sam · note "Dana tidies up"',NULL,27,28,X'C7CF89D2D1F39F1B1D1E1443A59CD9C6');
INSERT INTO "change" VALUES(29,1795914505787161,'do','netlog promise ''a text'' --to Kim --no-input','You promised Kim "a text"',NULL,28,29,X'493B886C1DD8B7C462EB93069250D46B');
INSERT INTO "change" VALUES(30,1795914506760863,'do','netlog snooze 4 --until 2026-02-20 --no-input','Snoozed until Fri 20 Feb: Sam owes you thanks for the meeting',NULL,29,30,X'901A70DDEB9365227CD2623DE6D1FD51');
INSERT INTO "change" VALUES(31,1795914507912619,'do','netlog reach me --by Sam --about proposal --expect-reply --no-input','Sam reached out to you about "proposal"',NULL,30,31,X'AE607C3A9491D5866E02ADC2C306BEEF');
INSERT INTO "change" VALUES(32,1795914509147869,'do','netlog delete e8 --no-input','Deleted e8: You reached out to Jo Young about "the slides"',NULL,31,32,X'F38BC13BFAFDE5806799C1A05AAFAF28');
INSERT INTO "change" VALUES(33,1795914510351241,'do','netlog intro Sam Eve --fee 150 --for wine --no-input','You introduced Sam to Eve for "wine"',NULL,32,33,X'A7832459E06365A689EF2F02D87034A5');
INSERT INTO "change" VALUES(34,1795914512588506,'do','netlog thank e6 --via card --no-input','You thanked Amy for e6',NULL,33,34,X'6C5D5443C73E98B48E4DC831FE12B23D');
INSERT INTO "change" VALUES(35,1795914514923998,'do','netlog merge Kim Eve --no-input','Eve is Kim now',NULL,34,35,X'126F370D1821AF4D0DD72F849EBFD427');
INSERT INTO "change" VALUES(36,1795914516819499,'do','netlog reach Sam --via phone --no-input','You reached out to Sam',NULL,35,36,X'2E03CF7B3EA544C33A90CC79E1B2229B');
INSERT INTO "change" VALUES(37,1795914519302274,'undo','undo','You reached out to Sam',36,NULL,35,X'44DB183D40FED7B8A836E1E9C29450C6');
INSERT INTO "change" VALUES(38,1795914521583321,'do','netlog meet Kim --on 2026-01-10 --no-input','You met Kim',NULL,35,38,X'60679A798222622CD9A53E272FF4781F');
INSERT INTO "change" VALUES(39,1795914524386167,'do','netlog person Dana --need ''a lawyer'' --no-input','Dana Park: needs a lawyer',NULL,38,39,X'215190CA2ED065484E9983EB894D7440');
INSERT INTO "change" VALUES(40,1795914525566527,'do','netlog thank me --by Dana --no-input','Dana Park thanked you',NULL,39,40,X'B8D37138EE37B6FB84EFE782204F9CF8');
INSERT INTO "change" VALUES(41,1795914526831988,'do','netlog waive 3 --no-input','Waived: you owed Sam thanks for the meeting',NULL,40,41,X'77C35D2AFAFF8E0F6889A036278B00A4');
INSERT INTO "change" VALUES(42,1795914528072552,'do','netlog reopen 3 --no-input','Reopened 3: you owe Sam thanks for the meeting',NULL,41,42,X'C6B7085E95471571E0674A76E90B0484');
INSERT INTO "change" VALUES(43,1795914529333256,'undo','undo','Reopened 3: you owe Sam thanks for the meeting',42,NULL,41,X'1BE37AE0D2692F2B019F007CAF41DBC9');
CREATE TABLE contact (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	is_me INTEGER NOT NULL, 
	organisation_id INTEGER, 
	CONSTRAINT kind_is_known CHECK (kind IN ('person', 'organisation')), 
	CONSTRAINT is_me_is_a_flag CHECK (is_me IN (0, 1)), 
	CONSTRAINT no_nul CHECK (instr(name, char(0)) = 0 AND instr(key, char(0)) = 0), 
	CONSTRAINT name_fits CHECK (length(name) BETWEEN 1 AND 200), 
	CONSTRAINT not_its_own_organisation CHECK (organisation_id <> id), 
	UNIQUE ("key"), 
	FOREIGN KEY(organisation_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "contact" VALUES(1,'me','me','person',1,NULL);
INSERT INTO "contact" VALUES(2,'Dana Park','dana park','person',0,NULL);
INSERT INTO "contact" VALUES(3,'Sam','sam','person',0,NULL);
INSERT INTO "contact" VALUES(4,'Acme HR','acme hr','person',0,5);
INSERT INTO "contact" VALUES(5,'Acme','acme','organisation',0,NULL);
INSERT INTO "contact" VALUES(6,'Amy','amy','person',0,NULL);
INSERT INTO "contact" VALUES(7,'Jo Young','jo young','person',0,NULL);
INSERT INTO "contact" VALUES(8,'Lee','lee','person',0,NULL);
INSERT INTO "contact" VALUES(9,'Ann','ann','person',0,NULL);
INSERT INTO "contact" VALUES(10,'Max','max','person',0,NULL);
INSERT INTO "contact" VALUES(12,'Bob','bob','person',0,NULL);
INSERT INTO "contact" VALUES(13,'Kim','kim','person',0,NULL);
CREATE TABLE detail (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	contact_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	noted_on TEXT, 
	CONSTRAINT kind_is_known CHECK (kind IN ('alias', 'email', 'phone', 'skill', 'need')), 
	CONSTRAINT noted_on_is_a_day CHECK (noted_on IS date(noted_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(value, char(0)) = 0 AND instr(key, char(0)) = 0), 
	CONSTRAINT needs_have_a_day CHECK ((kind = 'need') = (noted_on IS NOT NULL)), 
	FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "detail" VALUES(1,4,'email','hr@acme.example','hr@acme.example',NULL);
INSERT INTO "detail" VALUES(2,4,'phone','+49 30 1234','+49 30 1234',NULL);
INSERT INTO "detail" VALUES(3,2,'skill','law','law',NULL);
INSERT INTO "detail" VALUES(4,2,'need','bookkeeping','bookkeeping','2026-01-06');
INSERT INTO "detail" VALUES(5,2,'alias','Dee','dee',NULL);
INSERT INTO "detail" VALUES(6,13,'alias','Eve','eve',NULL);
INSERT INTO "detail" VALUES(7,2,'need','a lawyer','a lawyer','2026-02-04');
CREATE TABLE event (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind TEXT NOT NULL, 
	happened_on TEXT NOT NULL, 
	about TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	place TEXT NOT NULL, 
	fee TEXT NOT NULL, 
	due_on TEXT, 
	times INTEGER NOT NULL, 
	introduction_id INTEGER, 
	replaces_id INTEGER, 
	no_due INTEGER NOT NULL, 
	expect_reply INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	told INTEGER NOT NULL, 
	placed INTEGER, 
	origin INTEGER NOT NULL, 
	client_first INTEGER NOT NULL, 
	keeps_id INTEGER, 
	CONSTRAINT kind_is_known CHECK (kind IN ('meeting', 'introduction', 'promise', 'outreach', 'problem', 'talk', 'note')), 
	CONSTRAINT happened_on_is_a_day CHECK (happened_on IS date(happened_on, '+0 days')), 
	CONSTRAINT due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')), 
	CONSTRAINT no_due_is_a_flag CHECK (no_due IN (0, 1)), 
	CONSTRAINT expect_reply_is_a_flag CHECK (expect_reply IN (0, 1)), 
	CONSTRAINT client_first_is_a_flag CHECK (client_first IN (0, 1)), 
	CONSTRAINT no_nul CHECK (instr(about, char(0)) = 0 AND instr(via, char(0)) = 0 AND instr(note, char(0)) = 0 AND instr(place, char(0)) = 0 AND instr(fee, char(0)) = 0), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT due_after_it_was_said CHECK (due_on >= happened_on), 
	CONSTRAINT problem_of CHECK ((kind = 'problem') = (introduction_id IS NOT NULL)), 
	FOREIGN KEY(introduction_id) REFERENCES event (id), 
	FOREIGN KEY(replaces_id) REFERENCES event (id), 
	FOREIGN KEY(terms_id) REFERENCES terms (id), 
	FOREIGN KEY(origin) REFERENCES origin (id), 
	FOREIGN KEY(keeps_id) REFERENCES number (id)
)
 STRICT

;
INSERT INTO "event" VALUES(1,'meeting','2026-01-05','','','Dana tidies up','Chamber breakfast','',NULL,1,NULL,NULL,0,0,1,1795914471730020,NULL,1,0,NULL);
INSERT INTO "event" VALUES(2,'introduction','2026-01-06','employee handbook','email','','','',NULL,1,NULL,NULL,0,0,1,1795914474042816,NULL,1,0,NULL);
INSERT INTO "event" VALUES(3,'talk','2026-01-06','','phone','wants a bookkeeper','','',NULL,1,NULL,NULL,0,0,1,1795914475201311,NULL,1,0,NULL);
INSERT INTO "event" VALUES(4,'note','2026-01-06','two kids, sails','','','','',NULL,1,NULL,NULL,0,0,1,1795914477603466,NULL,1,0,NULL);
INSERT INTO "event" VALUES(5,'promise','2026-01-07','two referrals','','','','','2026-01-30',2,NULL,NULL,0,0,1,1795914479845612,NULL,1,0,NULL);
INSERT INTO "event" VALUES(6,'introduction','2026-01-08','campus outreach','','','','',NULL,1,NULL,NULL,0,0,1,1795914480916381,NULL,1,0,NULL);
INSERT INTO "event" VALUES(7,'outreach','2026-01-08','','phone','','','',NULL,1,NULL,NULL,0,0,1,1795914481794501,NULL,1,0,NULL);
INSERT INTO "event" VALUES(9,'introduction','2026-01-12','law','','','','',NULL,1,NULL,NULL,0,0,1,1795914486607840,NULL,1,1,NULL);
INSERT INTO "event" VALUES(10,'problem','2026-01-14','combative on the phone','','','','',NULL,1,2,NULL,0,0,1,1795914487846547,NULL,1,0,NULL);
INSERT INTO "event" VALUES(11,'problem','2026-01-16','never came','','','','',NULL,1,9,NULL,0,0,1,1795914490392918,NULL,1,0,NULL);
INSERT INTO "event" VALUES(12,'introduction','2026-01-17','','','','','',NULL,1,NULL,2,0,0,1,1795914492486705,NULL,1,0,NULL);
INSERT INTO "event" VALUES(13,'introduction','2026-01-18','','','','','',NULL,1,NULL,NULL,0,0,1,1795914493639340,NULL,1,0,11);
INSERT INTO "event" VALUES(14,'promise','2026-01-20','deck','','','','','2026-01-25',1,NULL,NULL,0,0,1,1795914497362643,NULL,1,0,NULL);
INSERT INTO "event" VALUES(15,'promise','2026-01-22','budget','','','','',NULL,1,NULL,NULL,0,0,1,1795914500749682,NULL,1,0,NULL);
INSERT INTO "event" VALUES(16,'meeting','2026-01-23','','','','fair','',NULL,1,NULL,NULL,0,0,1,1795914501890029,NULL,1,0,NULL);
INSERT INTO "event" VALUES(17,'promise','2026-01-26','a text','','','','',NULL,1,NULL,NULL,0,0,2,1795914505787145,NULL,1,0,NULL);
INSERT INTO "event" VALUES(18,'outreach','2026-01-28','proposal','','','','',NULL,1,NULL,NULL,0,1,2,1795914507912603,NULL,1,0,NULL);
INSERT INTO "event" VALUES(19,'introduction','2026-01-30','wine','','','','150',NULL,1,NULL,NULL,0,0,2,1795914510351225,NULL,1,0,NULL);
INSERT INTO "event" VALUES(21,'meeting','2026-01-10','','','','','',NULL,1,NULL,NULL,0,0,2,1795914521583305,NULL,1,0,NULL);
CREATE TABLE former_party (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT role_is_known CHECK (role IN ('attendee', 'introducer', 'client', 'provider', 'promiser', 'promisee', 'author', 'recipient', 'culprit', 'harmed', 'subject')), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT

;
CREATE TABLE interval (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	contact_id INTEGER NOT NULL, 
	since_on TEXT NOT NULL, 
	days INTEGER, 
	said TEXT NOT NULL, 
	told INTEGER NOT NULL, 
	origin INTEGER NOT NULL, 
	CONSTRAINT since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(said, char(0)) = 0), 
	CONSTRAINT days_fit CHECK (days BETWEEN 1 AND 3650), 
	FOREIGN KEY(contact_id) REFERENCES contact (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "interval" VALUES(1,2,'2026-01-06',42,'6w',1795914476418527,1);
CREATE TABLE introduction_outcome (
	event_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	noted_on TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	cause_id INTEGER, 
	statement_id INTEGER, 
	PRIMARY KEY (event_id, outcome), 
	CONSTRAINT outcome_is_known CHECK (outcome IN ('responded', 'happy')), 
	CONSTRAINT noted_on_is_a_day CHECK (noted_on IS date(noted_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(cause_id) REFERENCES event (id), 
	FOREIGN KEY(statement_id) REFERENCES statement (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "introduction_outcome" VALUES(2,'responded','2026-01-12','','',NULL,1);
INSERT INTO "introduction_outcome" VALUES(13,'responded','2026-01-23','','',16,NULL);
CREATE TABLE number (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	event_id INTEGER NOT NULL, 
	debtor_place INTEGER NOT NULL, 
	creditor_place INTEGER NOT NULL, 
	statement_id INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'response', 'check-response', 'check-outcome', 'update', 'promise', 'reply', 'apology', 'replacement', 'touch'))
)
 STRICT

;
INSERT INTO "number" VALUES(1,'thanks',1,1,2,NULL);
INSERT INTO "number" VALUES(2,'thanks',1,2,1,NULL);
INSERT INTO "number" VALUES(3,'thanks',1,1,3,NULL);
INSERT INTO "number" VALUES(4,'thanks',1,3,1,NULL);
INSERT INTO "number" VALUES(5,'thanks',2,5,4,NULL);
INSERT INTO "number" VALUES(6,'thanks',2,6,4,NULL);
INSERT INTO "number" VALUES(7,'response',2,6,5,NULL);
INSERT INTO "number" VALUES(8,'check-response',2,4,5,NULL);
INSERT INTO "number" VALUES(9,'check-outcome',2,4,5,NULL);
INSERT INTO "number" VALUES(10,'touch',3,7,8,NULL);
INSERT INTO "number" VALUES(11,'promise',5,10,11,NULL);
INSERT INTO "number" VALUES(12,'thanks',6,13,12,NULL);
INSERT INTO "number" VALUES(13,'response',6,14,13,NULL);
INSERT INTO "number" VALUES(14,'update',6,13,12,NULL);
INSERT INTO "number" VALUES(15,'thanks',9,20,19,NULL);
INSERT INTO "number" VALUES(16,'thanks',9,21,19,NULL);
INSERT INTO "number" VALUES(17,'response',9,21,20,NULL);
INSERT INTO "number" VALUES(18,'check-response',9,19,20,NULL);
INSERT INTO "number" VALUES(19,'check-outcome',9,19,20,NULL);
INSERT INTO "number" VALUES(20,'apology',10,4,23,NULL);
INSERT INTO "number" VALUES(21,'replacement',10,4,23,NULL);
INSERT INTO "number" VALUES(22,'apology',11,19,25,NULL);
INSERT INTO "number" VALUES(23,'replacement',11,19,25,NULL);
INSERT INTO "number" VALUES(24,'thanks',12,27,26,NULL);
INSERT INTO "number" VALUES(25,'thanks',12,28,26,NULL);
INSERT INTO "number" VALUES(26,'response',12,28,27,NULL);
INSERT INTO "number" VALUES(27,'check-response',12,26,27,NULL);
INSERT INTO "number" VALUES(28,'check-outcome',12,26,27,NULL);
INSERT INTO "number" VALUES(29,'thanks',13,30,29,NULL);
INSERT INTO "number" VALUES(30,'response',13,31,30,NULL);
INSERT INTO "number" VALUES(31,'update',13,30,29,NULL);
INSERT INTO "number" VALUES(32,'promise',14,32,33,NULL);
INSERT INTO "number" VALUES(33,'promise',15,34,35,NULL);
INSERT INTO "number" VALUES(34,'promise',17,41,42,NULL);
INSERT INTO "number" VALUES(35,'reply',18,44,43,NULL);
INSERT INTO "number" VALUES(36,'response',19,47,46,NULL);
INSERT INTO "number" VALUES(37,'check-response',19,45,46,NULL);
INSERT INTO "number" VALUES(38,'check-outcome',19,45,46,NULL);
INSERT INTO "number" VALUES(39,'thanks',16,36,38,NULL);
INSERT INTO "number" VALUES(40,'thanks',16,38,36,NULL);
INSERT INTO "number" VALUES(41,'thanks',16,36,39,NULL);
INSERT INTO "number" VALUES(42,'thanks',16,39,36,NULL);
INSERT INTO "number" VALUES(43,'thanks',16,36,40,NULL);
INSERT INTO "number" VALUES(44,'thanks',16,40,36,NULL);
INSERT INTO "number" VALUES(45,'thanks',21,50,51,NULL);
INSERT INTO "number" VALUES(46,'thanks',21,51,50,NULL);
CREATE TABLE obligation (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	debtor_id INTEGER NOT NULL, 
	creditor_id INTEGER NOT NULL, 
	times INTEGER NOT NULL, 
	opened_on TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	hidden_until TEXT, 
	closed_on TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'response', 'check-response', 'check-outcome', 'update', 'promise', 'reply', 'apology', 'replacement', 'touch')), 
	CONSTRAINT opened_on_is_a_day CHECK (opened_on IS date(opened_on, '+0 days')), 
	CONSTRAINT due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')), 
	CONSTRAINT hidden_until_is_a_day CHECK (hidden_until IS date(hidden_until, '+0 days')), 
	CONSTRAINT closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')), 
	CONSTRAINT nobody_owes_themselves CHECK (debtor_id <> creditor_id), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT due_after_opened CHECK (due_on >= opened_on), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(debtor_id) REFERENCES contact (id), 
	FOREIGN KEY(creditor_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "obligation" VALUES(1,1,'thanks',1,2,1,'2026-01-05','2026-01-07',NULL,'2026-01-07');
INSERT INTO "obligation" VALUES(2,1,'thanks',2,1,1,'2026-01-05','2026-01-12',NULL,'2026-02-04');
INSERT INTO "obligation" VALUES(3,1,'thanks',1,3,1,'2026-01-05','2026-01-07',NULL,'2026-02-05');
INSERT INTO "obligation" VALUES(4,1,'thanks',3,1,1,'2026-01-05','2026-01-12','2026-02-20',NULL);
INSERT INTO "obligation" VALUES(5,2,'thanks',2,1,1,'2026-01-06','2026-01-13',NULL,'2026-02-04');
INSERT INTO "obligation" VALUES(6,2,'thanks',4,1,1,'2026-01-06','2026-01-13',NULL,NULL);
INSERT INTO "obligation" VALUES(7,2,'response',4,2,1,'2026-01-06','2026-01-09',NULL,'2026-01-12');
INSERT INTO "obligation" VALUES(8,2,'check-response',1,2,1,'2026-01-06','2026-01-10',NULL,'2026-01-12');
INSERT INTO "obligation" VALUES(9,2,'check-outcome',1,2,1,'2026-01-06','2026-02-05',NULL,'2026-01-14');
INSERT INTO "obligation" VALUES(10,3,'touch',1,2,1,'2026-01-06','2026-02-17',NULL,NULL);
INSERT INTO "obligation" VALUES(11,5,'promise',2,1,2,'2026-01-07','2026-01-30',NULL,NULL);
INSERT INTO "obligation" VALUES(12,6,'thanks',1,6,1,'2026-01-08','2026-01-10',NULL,'2026-01-09');
INSERT INTO "obligation" VALUES(13,6,'response',7,1,1,'2026-01-08','2026-01-11',NULL,NULL);
INSERT INTO "obligation" VALUES(14,6,'update',1,6,1,'2026-01-08','2026-02-07',NULL,NULL);
INSERT INTO "obligation" VALUES(15,9,'thanks',2,1,1,'2026-01-12','2026-01-19',NULL,'2026-02-04');
INSERT INTO "obligation" VALUES(16,9,'thanks',8,1,1,'2026-01-12','2026-01-19',NULL,'2026-01-20');
INSERT INTO "obligation" VALUES(17,9,'response',2,8,1,'2026-01-12','2026-01-15',NULL,NULL);
INSERT INTO "obligation" VALUES(18,9,'check-response',1,8,1,'2026-01-12','2026-01-16',NULL,'2026-01-16');
INSERT INTO "obligation" VALUES(19,9,'check-outcome',1,2,1,'2026-01-12','2026-02-11',NULL,'2026-01-16');
INSERT INTO "obligation" VALUES(20,10,'apology',1,2,1,'2026-01-14','2026-01-15',NULL,'2026-01-15');
INSERT INTO "obligation" VALUES(21,10,'replacement',1,2,1,'2026-01-14','2026-01-21',NULL,'2026-01-17');
INSERT INTO "obligation" VALUES(22,11,'apology',1,2,1,'2026-01-16','2026-01-17',NULL,NULL);
INSERT INTO "obligation" VALUES(23,11,'replacement',1,2,1,'2026-01-16','2026-01-23',NULL,NULL);
INSERT INTO "obligation" VALUES(24,12,'thanks',2,1,1,'2026-01-17','2026-01-24',NULL,'2026-02-04');
INSERT INTO "obligation" VALUES(25,12,'thanks',9,1,1,'2026-01-17','2026-01-24',NULL,NULL);
INSERT INTO "obligation" VALUES(26,12,'response',9,2,1,'2026-01-17','2026-01-20',NULL,NULL);
INSERT INTO "obligation" VALUES(27,12,'check-response',1,2,1,'2026-01-17','2026-01-21',NULL,NULL);
INSERT INTO "obligation" VALUES(28,12,'check-outcome',1,2,1,'2026-01-17','2026-02-16',NULL,NULL);
INSERT INTO "obligation" VALUES(29,13,'thanks',1,2,1,'2026-01-18','2026-01-20',NULL,NULL);
INSERT INTO "obligation" VALUES(30,13,'response',10,1,1,'2026-01-18','2026-01-21',NULL,'2026-01-23');
INSERT INTO "obligation" VALUES(31,13,'update',1,2,1,'2026-01-18','2026-02-17',NULL,NULL);
INSERT INTO "obligation" VALUES(32,14,'promise',1,3,1,'2026-01-20','2026-01-25',NULL,NULL);
INSERT INTO "obligation" VALUES(33,15,'promise',3,1,1,'2026-01-22','2026-01-29',NULL,NULL);
INSERT INTO "obligation" VALUES(34,17,'promise',1,13,1,'2026-01-26','2026-02-16',NULL,NULL);
INSERT INTO "obligation" VALUES(35,18,'reply',1,3,1,'2026-01-28','2026-01-30',NULL,NULL);
INSERT INTO "obligation" VALUES(36,19,'response',13,3,1,'2026-01-30','2026-02-02',NULL,NULL);
INSERT INTO "obligation" VALUES(37,19,'check-response',1,3,1,'2026-01-30','2026-02-03',NULL,NULL);
INSERT INTO "obligation" VALUES(38,19,'check-outcome',1,3,1,'2026-01-30','2026-03-01',NULL,NULL);
INSERT INTO "obligation" VALUES(39,16,'thanks',1,12,1,'2026-01-23','2026-01-25',NULL,NULL);
INSERT INTO "obligation" VALUES(40,16,'thanks',12,1,1,'2026-01-23','2026-01-30',NULL,NULL);
INSERT INTO "obligation" VALUES(41,16,'thanks',1,10,1,'2026-01-23','2026-01-25',NULL,NULL);
INSERT INTO "obligation" VALUES(42,16,'thanks',10,1,1,'2026-01-23','2026-01-30',NULL,NULL);
INSERT INTO "obligation" VALUES(43,16,'thanks',1,13,1,'2026-01-23','2026-01-25',NULL,NULL);
INSERT INTO "obligation" VALUES(44,16,'thanks',13,1,1,'2026-01-23','2026-01-30',NULL,NULL);
INSERT INTO "obligation" VALUES(45,21,'thanks',1,13,1,'2026-01-10','2026-01-12',NULL,NULL);
INSERT INTO "obligation" VALUES(46,21,'thanks',13,1,1,'2026-01-10','2026-01-17',NULL,NULL);
CREATE TABLE operations (
	id INTEGER NOT NULL, 
	rows TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "operations" VALUES(1048576,'[["contact",3,[[2,"Dana Park","dana park"],[3,"Sam","sam"]]],["terms",1,[[1,"{\"apology\":1,\"ask_again\":3,\"check_outcome\":30,\"check_response\":4,\"group_size\":4,\"promise\":7,\"replacement\":7,\"reply\":3,\"reply_mine\":2,\"response\":3,\"thanks\":7,\"thanks_meeting\":7,\"thanks_meeting_mine\":2,\"thanks_mine\":2,\"update\":30}"]]],["event",16435,[[1,"meeting","2026-01-05","Dana r\u00e4umt auf","Chamber breakfast",1795914471730020]]],["party",7,[[1,1,1,"attendee"],[2,1,2,"attendee"],[3,1,3,"attendee"]]],["number",15,[[1,"thanks",1,1,2],[2,"thanks",1,2,1],[3,"thanks",1,1,3],[4,"thanks",1,3,1]]]]');
INSERT INTO "operations" VALUES(2097152,'[["contact",3,[[4,"Acme HR","acme hr"]]],["contact",7,[[5,"Acme","acme","organisation"]]],["contact",4,{"organisation_id":null},{"organisation_id":5}],["detail",15,[[1,4,"email","hr@acme.example","hr@acme.example"],[2,4,"phone","+49 30 1234","+49 30 1234"]]]]');
INSERT INTO "operations" VALUES(3145728,'[["event",16399,[[2,"introduction","2026-01-06","employee handbook","email",1795914474042816]]],["party",7,[[4,2,1,"introducer"],[5,2,2,"client"],[6,2,4,"provider"]]],["number",15,[[5,"thanks",2,5,4],[6,"thanks",2,6,4],[7,"response",2,6,5],[8,"check-response",2,4,5],[9,"check-outcome",2,4,5]]]]');
INSERT INTO "operations" VALUES(4194304,'[["event",16411,[[3,"talk","2026-01-06","phone","wants a bookkeeper",1795914475201311]]],["party",7,[[7,3,1,"attendee"],[8,3,2,"attendee"]]]]');
INSERT INTO "operations" VALUES(5242880,'[["interval",31,[[1,2,"2026-01-06",42,"6w",1795914476418527]]],["number",15,[[10,"touch",3,7,8]]],["detail",15,[[3,2,"skill","law","law"]]],["detail",31,[[4,2,"need","bookkeeping","bookkeeping","2026-01-06"]]],["detail",15,[[5,2,"alias","Dee","dee"]]]]');
INSERT INTO "operations" VALUES(6291456,'[["event",16391,[[4,"note","2026-01-06","two kids, sails",1795914477603466]]],["party",7,[[9,4,3,"subject"]]]]');
INSERT INTO "operations" VALUES(7340032,'[["acknowledgement",175,[[1,"thanks","2026-01-07",1,2,"card",1795914478621715]]]]');
INSERT INTO "operations" VALUES(8388608,'[["event",16775,[[5,"promise","2026-01-07","two referrals","2026-01-30",2,1795914479845612]]],["party",7,[[10,5,2,"promiser"],[11,5,1,"promisee"]]],["number",15,[[11,"promise",5,10,11]]]]');
INSERT INTO "operations" VALUES(9437184,'[["contact",3,[[6,"Amy","amy"],[7,"Jo Young","jo young"]]],["event",16391,[[6,"introduction","2026-01-08","campus outreach",1795914480916381]]],["party",7,[[12,6,6,"introducer"],[13,6,1,"client"],[14,6,7,"provider"]]],["number",15,[[12,"thanks",6,13,12],[13,"response",6,14,13],[14,"update",6,13,12]]]]');
INSERT INTO "operations" VALUES(10485760,'[["event",16395,[[7,"outreach","2026-01-08","phone",1795914481794501]]],["party",7,[[15,7,1,"author"],[16,7,7,"recipient"]]]]');
INSERT INTO "operations" VALUES(11534336,'[["event",16399,[[8,"outreach","2026-01-09","the slides","email",1795914482742317]]],["party",7,[[17,8,1,"author"],[18,8,7,"recipient"]]]]');
INSERT INTO "operations" VALUES(12582912,'[["acknowledgement",143,[[2,"thanks","2026-01-09",1,6,1795914484051160]]]]');
INSERT INTO "operations" VALUES(13631488,'[["statement",3211,[[1,"responded","2026-01-12",2,"2026-01-12",1,1795914485363343]]]]');
INSERT INTO "operations" VALUES(14680064,'[["contact",3,[[8,"Lee","lee"]]],["event",147463,[[9,"introduction","2026-01-12","law",1795914486607840,1]]],["party",7,[[19,9,1,"introducer"],[20,9,2,"client"],[21,9,8,"provider"]]],["number",15,[[15,"thanks",9,20,19],[16,"thanks",9,21,19],[17,"response",9,21,20],[18,"check-response",9,19,20],[19,"check-outcome",9,19,20]]]]');
INSERT INTO "operations" VALUES(15728640,'[["event",16903,[[10,"problem","2026-01-14","combative on the phone",2,1795914487846547]]],["party",7,[[22,10,4,"culprit"],[23,10,2,"harmed"]]],["number",15,[[20,"apology",10,4,23],[21,"replacement",10,4,23]]]]');
INSERT INTO "operations" VALUES(16777216,'[["acknowledgement",143,[[3,"apology","2026-01-15",1,2,1795914489097792]]]]');
INSERT INTO "operations" VALUES(17825792,'[["event",16903,[[11,"problem","2026-01-16","never came",9,1795914490392918]]],["party",7,[[24,11,8,"culprit"],[25,11,2,"harmed"]]],["number",15,[[22,"apology",11,19,25],[23,"replacement",11,19,25]]]]');
INSERT INTO "operations" VALUES(18874368,'[["contact",3,[[9,"Ann","ann"]]],["event",17411,[[12,"introduction","2026-01-17",2,1795914492486705]]],["party",7,[[26,12,1,"introducer"],[27,12,2,"client"],[28,12,9,"provider"]]],["number",15,[[24,"thanks",12,27,26],[25,"thanks",12,28,26],[26,"response",12,28,27],[27,"check-response",12,26,27],[28,"check-outcome",12,26,27]]]]');
INSERT INTO "operations" VALUES(19922944,'[["contact",3,[[10,"Max","max"]]],["event",278531,[[13,"introduction","2026-01-18",1795914493639340,11]]],["party",7,[[29,13,2,"introducer"],[30,13,1,"client"],[31,13,10,"provider"]]],["number",15,[[29,"thanks",13,30,29],[30,"response",13,31,30],[31,"update",13,30,29]]]]');
INSERT INTO "operations" VALUES(20971520,'[["statement",10251,[[2,"worth","2026-01-19",2,1795914494816277,"1200"]]]]');
INSERT INTO "operations" VALUES(22020096,'[["acknowledgement",143,[[4,"thanks","2026-01-20",8,1,1795914496063697]]]]');
INSERT INTO "operations" VALUES(23068672,'[["event",16519,[[14,"promise","2026-01-20","deck","2026-01-25",1795914497362643]]],["party",7,[[32,14,1,"promiser"],[33,14,3,"promisee"]]],["number",15,[[32,"promise",14,32,33]]]]');
INSERT INTO "operations" VALUES(24117248,'[["party",33,{"contact_id":3,"event_id":14,"role":"promisee"},null],["party",32,{"contact_id":1,"event_id":14,"role":"promiser"},null],["event",14,{"about":"deck","due_on":"2026-01-25","happened_on":"2026-01-20","kind":"promise","told":1795914497362643},null]]');
INSERT INTO "operations" VALUES(25165824,'[["event",16519,[[14,"promise","2026-01-20","deck","2026-01-25",1795914497362643]]],["party",7,[[32,14,1,"promiser"],[33,14,3,"promisee"]]]]');
INSERT INTO "operations" VALUES(26214400,'[["event",16391,[[15,"promise","2026-01-22","budget",1795914500749682]]],["party",7,[[34,15,3,"promiser"],[35,15,1,"promisee"]]],["number",15,[[33,"promise",15,34,35]]]]');
INSERT INTO "operations" VALUES(27262976,'[["contact",3,[[11,"Eve","eve"],[12,"Bob","bob"],[13,"Kim","kim"]]],["event",16419,[[16,"meeting","2026-01-23","fair",1795914501890029]]],["party",7,[[36,16,1,"attendee"],[37,16,11,"attendee"],[38,16,12,"attendee"],[39,16,10,"attendee"],[40,16,13,"attendee"]]]]');
INSERT INTO "operations" VALUES(28311552,'[["archival",11,[[1,12,"2026-01-24",1795914503117528]]]]');
INSERT INTO "operations" VALUES(29360128,'[["event",1,{"note":"Dana r\u00e4umt auf"},{"note":"Dana tidies up"}]]');
INSERT INTO "operations" VALUES(30408704,'[["terms",1,[[2,"{\"apology\":1,\"ask_again\":3,\"check_outcome\":30,\"check_response\":4,\"group_size\":4,\"promise\":21,\"replacement\":7,\"reply\":3,\"reply_mine\":2,\"response\":3,\"thanks\":7,\"thanks_meeting\":7,\"thanks_meeting_mine\":2,\"thanks_mine\":2,\"update\":30}"]]],["event",24583,[[17,"promise","2026-01-26","a text",2,1795914505787145]]],["party",7,[[41,17,1,"promiser"],[42,17,13,"promisee"]]],["number",15,[[34,"promise",17,41,42]]]]');
INSERT INTO "operations" VALUES(31457280,'[["statement",2183,[[3,"snoozed","2026-01-27",4,"2026-02-20",1795914506760847]]]]');
INSERT INTO "operations" VALUES(32505856,'[["event",28679,[[18,"outreach","2026-01-28","proposal",1,2,1795914507912603]]],["party",7,[[43,18,3,"author"],[44,18,1,"recipient"]]],["number",15,[[35,"reply",18,44,43]]]]');
INSERT INTO "operations" VALUES(33554432,'[["party",17,{"contact_id":1,"event_id":8,"role":"author"},null],["party",18,{"contact_id":7,"event_id":8,"role":"recipient"},null],["event",8,{"about":"the slides","happened_on":"2026-01-09","kind":"outreach","told":1795914482742317,"via":"email"},null]]');
INSERT INTO "operations" VALUES(34603008,'[["event",24647,[[19,"introduction","2026-01-30","wine","150",2,1795914510351225]]],["party",7,[[45,19,1,"introducer"],[46,19,3,"client"],[47,19,11,"provider"]]],["number",15,[[36,"response",19,47,46],[37,"check-response",19,45,46],[38,"check-outcome",19,45,46]]]]');
INSERT INTO "operations" VALUES(35651584,'[["acknowledgement",1199,[[5,"thanks","2026-01-31",1,6,"card",1795914512588490,6]]]]');
INSERT INTO "operations" VALUES(36700160,'[["party",37,{"contact_id":11,"event_id":16,"role":"attendee"},null],["party",47,{"contact_id":11},{"contact_id":13}],["detail",15,[[6,13,"alias","Eve","eve"]]],["contact",11,{"key":"eve","name":"Eve"},null],["number",15,[[39,"thanks",16,36,38],[40,"thanks",16,38,36],[41,"thanks",16,36,39],[42,"thanks",16,39,36],[43,"thanks",16,36,40],[44,"thanks",16,40,36]]]]');
INSERT INTO "operations" VALUES(37748736,'[["event",24587,[[20,"outreach","2026-02-02","phone",2,1795914516819483]]],["party",7,[[48,20,1,"author"],[49,20,3,"recipient"]]]]');
INSERT INTO "operations" VALUES(38797312,'[["party",49,{"contact_id":3,"event_id":20,"role":"recipient"},null],["party",48,{"contact_id":1,"event_id":20,"role":"author"},null],["event",20,{"happened_on":"2026-02-02","kind":"outreach","terms_id":2,"told":1795914516819483,"via":"phone"},null]]');
INSERT INTO "operations" VALUES(39845888,'[["event",24579,[[21,"meeting","2026-01-10",2,1795914521583305]]],["party",7,[[50,21,1,"attendee"],[51,21,13,"attendee"]]],["number",15,[[45,"thanks",21,50,51],[46,"thanks",21,51,50]]]]');
INSERT INTO "operations" VALUES(40894464,'[["detail",31,[[7,2,"need","a lawyer","a lawyer","2026-02-04"]]]]');
INSERT INTO "operations" VALUES(41943040,'[["acknowledgement",143,[[6,"thanks","2026-02-04",2,1,1795914525566511]]]]');
INSERT INTO "operations" VALUES(42991616,'[["statement",2055,[[4,"waived","2026-02-05",3,1795914526831972]]]]');
INSERT INTO "operations" VALUES(44040192,'[["statement",4,{"item_id":3,"kind":"waived","said_on":"2026-02-05","told":1795914526831972},null]]');
INSERT INTO "operations" VALUES(45088768,'[["statement",2055,[[4,"waived","2026-02-05",3,1795914526831972]]]]');
CREATE TABLE origin (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "origin" VALUES(1,'8351541a516b3b2f');
CREATE TABLE party (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	event_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	CONSTRAINT role_is_known CHECK (role IN ('attendee', 'introducer', 'client', 'provider', 'promiser', 'promisee', 'author', 'recipient', 'culprit', 'harmed', 'subject')), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "party" VALUES(1,1,1,'attendee');
INSERT INTO "party" VALUES(2,1,2,'attendee');
INSERT INTO "party" VALUES(3,1,3,'attendee');
INSERT INTO "party" VALUES(4,2,1,'introducer');
INSERT INTO "party" VALUES(5,2,2,'client');
INSERT INTO "party" VALUES(6,2,4,'provider');
INSERT INTO "party" VALUES(7,3,1,'attendee');
INSERT INTO "party" VALUES(8,3,2,'attendee');
INSERT INTO "party" VALUES(9,4,3,'subject');
INSERT INTO "party" VALUES(10,5,2,'promiser');
INSERT INTO "party" VALUES(11,5,1,'promisee');
INSERT INTO "party" VALUES(12,6,6,'introducer');
INSERT INTO "party" VALUES(13,6,1,'client');
INSERT INTO "party" VALUES(14,6,7,'provider');
INSERT INTO "party" VALUES(15,7,1,'author');
INSERT INTO "party" VALUES(16,7,7,'recipient');
INSERT INTO "party" VALUES(19,9,1,'introducer');
INSERT INTO "party" VALUES(20,9,2,'client');
INSERT INTO "party" VALUES(21,9,8,'provider');
INSERT INTO "party" VALUES(22,10,4,'culprit');
INSERT INTO "party" VALUES(23,10,2,'harmed');
INSERT INTO "party" VALUES(24,11,8,'culprit');
INSERT INTO "party" VALUES(25,11,2,'harmed');
INSERT INTO "party" VALUES(26,12,1,'introducer');
INSERT INTO "party" VALUES(27,12,2,'client');
INSERT INTO "party" VALUES(28,12,9,'provider');
INSERT INTO "party" VALUES(29,13,2,'introducer');
INSERT INTO "party" VALUES(30,13,1,'client');
INSERT INTO "party" VALUES(31,13,10,'provider');
INSERT INTO "party" VALUES(32,14,1,'promiser');
INSERT INTO "party" VALUES(33,14,3,'promisee');
INSERT INTO "party" VALUES(34,15,3,'promiser');
INSERT INTO "party" VALUES(35,15,1,'promisee');
INSERT INTO "party" VALUES(36,16,1,'attendee');
INSERT INTO "party" VALUES(38,16,12,'attendee');
INSERT INTO "party" VALUES(39,16,10,'attendee');
INSERT INTO "party" VALUES(40,16,13,'attendee');
INSERT INTO "party" VALUES(41,17,1,'promiser');
INSERT INTO "party" VALUES(42,17,13,'promisee');
INSERT INTO "party" VALUES(43,18,3,'author');
INSERT INTO "party" VALUES(44,18,1,'recipient');
INSERT INTO "party" VALUES(45,19,1,'introducer');
INSERT INTO "party" VALUES(46,19,3,'client');
INSERT INTO "party" VALUES(47,19,13,'provider');
INSERT INTO "party" VALUES(50,21,1,'attendee');
INSERT INTO "party" VALUES(51,21,13,'attendee');
CREATE TABLE settlement (
	obligation_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	ending TEXT NOT NULL, 
	settled_on TEXT NOT NULL, 
	times INTEGER NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	event_id INTEGER, 
	acknowledgement_id INTEGER, 
	statement_id INTEGER, 
	moment INTEGER NOT NULL, 
	PRIMARY KEY (obligation_id, ordinal), 
	CONSTRAINT ending_is_known CHECK (ending IN ('kept', 'broken', 'waived')), 
	CONSTRAINT settled_on_is_a_day CHECK (settled_on IS date(settled_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	FOREIGN KEY(obligation_id) REFERENCES obligation (id), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(acknowledgement_id) REFERENCES acknowledgement (id), 
	FOREIGN KEY(statement_id) REFERENCES statement (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "settlement" VALUES(1,1,'kept','2026-01-07',1,'card','',NULL,1,NULL,1795914478621715);
INSERT INTO "settlement" VALUES(2,1,'kept','2026-02-04',1,'','',NULL,6,NULL,1795914525566511);
INSERT INTO "settlement" VALUES(3,1,'waived','2026-02-05',1,'','',NULL,NULL,4,1795914526831972);
INSERT INTO "settlement" VALUES(5,1,'kept','2026-02-04',1,'','',NULL,6,NULL,1795914525566511);
INSERT INTO "settlement" VALUES(7,1,'kept','2026-01-12',1,'','',NULL,NULL,1,1795914485363343);
INSERT INTO "settlement" VALUES(8,1,'kept','2026-01-12',1,'','',NULL,NULL,1,1795914485363343);
INSERT INTO "settlement" VALUES(9,1,'kept','2026-01-14',1,'','',10,NULL,NULL,1795914487846547);
INSERT INTO "settlement" VALUES(11,1,'kept','2026-01-18',1,'','',13,NULL,NULL,1795914493639340);
INSERT INTO "settlement" VALUES(12,1,'kept','2026-01-09',1,'','',NULL,2,NULL,1795914484051160);
INSERT INTO "settlement" VALUES(15,1,'kept','2026-02-04',1,'','',NULL,6,NULL,1795914525566511);
INSERT INTO "settlement" VALUES(16,1,'kept','2026-01-20',1,'','',NULL,4,NULL,1795914496063697);
INSERT INTO "settlement" VALUES(18,1,'kept','2026-01-16',1,'','',11,NULL,NULL,1795914490392918);
INSERT INTO "settlement" VALUES(19,1,'kept','2026-01-16',1,'','',11,NULL,NULL,1795914490392918);
INSERT INTO "settlement" VALUES(20,1,'kept','2026-01-15',1,'','',NULL,3,NULL,1795914489097792);
INSERT INTO "settlement" VALUES(21,1,'kept','2026-01-17',1,'','',12,NULL,NULL,1795914492486705);
INSERT INTO "settlement" VALUES(24,1,'kept','2026-02-04',1,'','',NULL,6,NULL,1795914525566511);
INSERT INTO "settlement" VALUES(30,1,'kept','2026-01-23',1,'','',16,NULL,NULL,1795914501890029);
CREATE TABLE statement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind TEXT NOT NULL, 
	said_on TEXT NOT NULL, 
	item_id INTEGER, 
	event_id INTEGER, 
	acknowledgement_id INTEGER, 
	statement_id INTEGER, 
	times INTEGER, 
	day TEXT, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	terms_id INTEGER, 
	told INTEGER NOT NULL, 
	origin INTEGER NOT NULL, 
	worth TEXT NOT NULL, 
	CONSTRAINT kind_is_known CHECK (kind IN ('kept', 'broken', 'waived', 'snoozed', 'responded', 'silent', 'happy', 'unsettled', 'worth')), 
	CONSTRAINT said_on_is_a_day CHECK (said_on IS date(said_on, '+0 days')), 
	CONSTRAINT day_is_a_day CHECK (day IS date(day, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0 AND instr(worth, char(0)) = 0), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT about_something CHECK (ifnull(item_id, event_id) NOTNULL), 
	CONSTRAINT worth_something CHECK ((kind = 'worth') = (worth <> '')), 
	FOREIGN KEY(item_id) REFERENCES number (id), 
	FOREIGN KEY(terms_id) REFERENCES terms (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "statement" VALUES(1,'responded','2026-01-12',NULL,2,NULL,NULL,NULL,'2026-01-12','','',1,1795914485363343,1,'');
INSERT INTO "statement" VALUES(2,'worth','2026-01-19',NULL,2,NULL,NULL,NULL,NULL,'','',NULL,1795914494816277,1,'1200');
INSERT INTO "statement" VALUES(3,'snoozed','2026-01-27',4,NULL,NULL,NULL,NULL,'2026-02-20','','',NULL,1795914506760847,1,'');
INSERT INTO "statement" VALUES(4,'waived','2026-02-05',3,NULL,NULL,NULL,NULL,NULL,'','',NULL,1795914526831972,1,'');
CREATE TABLE terms (
	id INTEGER NOT NULL, 
	days TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "terms" VALUES(1,'{"apology":1,"ask_again":3,"check_outcome":30,"check_response":4,"group_size":4,"promise":7,"replacement":7,"reply":3,"reply_mine":2,"response":3,"thanks":7,"thanks_meeting":7,"thanks_meeting_mine":2,"thanks_mine":2,"update":30}');
INSERT INTO "terms" VALUES(2,'{"apology":1,"ask_again":3,"check_outcome":30,"check_response":4,"group_size":4,"promise":21,"replacement":7,"reply":3,"reply_mine":2,"response":3,"thanks":7,"thanks_meeting":7,"thanks_meeting_mine":2,"thanks_mine":2,"update":30}');
CREATE TABLE word (
	word TEXT NOT NULL, 
	source TEXT NOT NULL, 
	row_id INTEGER NOT NULL, 
	PRIMARY KEY (word, source, row_id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "word" VALUES('1234','detail',2);
INSERT INTO "word" VALUES('30','detail',2);
INSERT INTO "word" VALUES('49','detail',2);
INSERT INTO "word" VALUES('a','detail',7);
INSERT INTO "word" VALUES('a','event',3);
INSERT INTO "word" VALUES('a','event',17);
INSERT INTO "word" VALUES('acme','contact',4);
INSERT INTO "word" VALUES('acme','contact',5);
INSERT INTO "word" VALUES('acme','detail',1);
INSERT INTO "word" VALUES('amy','contact',6);
INSERT INTO "word" VALUES('ann','contact',9);
INSERT INTO "word" VALUES('bob','contact',12);
INSERT INTO "word" VALUES('bookkeeper','event',3);
INSERT INTO "word" VALUES('bookkeeping','detail',4);
INSERT INTO "word" VALUES('breakfast','event',1);
INSERT INTO "word" VALUES('budget','event',15);
INSERT INTO "word" VALUES('came','event',11);
INSERT INTO "word" VALUES('campus','event',6);
INSERT INTO "word" VALUES('chamber','event',1);
INSERT INTO "word" VALUES('combative','event',10);
INSERT INTO "word" VALUES('dana','contact',2);
INSERT INTO "word" VALUES('dana','event',1);
INSERT INTO "word" VALUES('deck','event',14);
INSERT INTO "word" VALUES('dee','detail',5);
INSERT INTO "word" VALUES('employee','event',2);
INSERT INTO "word" VALUES('eve','detail',6);
INSERT INTO "word" VALUES('example','detail',1);
INSERT INTO "word" VALUES('fair','event',16);
INSERT INTO "word" VALUES('handbook','event',2);
INSERT INTO "word" VALUES('hr','contact',4);
INSERT INTO "word" VALUES('hr','detail',1);
INSERT INTO "word" VALUES('jo','contact',7);
INSERT INTO "word" VALUES('kids','event',4);
INSERT INTO "word" VALUES('kim','contact',13);
INSERT INTO "word" VALUES('law','detail',3);
INSERT INTO "word" VALUES('law','event',9);
INSERT INTO "word" VALUES('lawyer','detail',7);
INSERT INTO "word" VALUES('lee','contact',8);
INSERT INTO "word" VALUES('max','contact',10);
INSERT INTO "word" VALUES('never','event',11);
INSERT INTO "word" VALUES('on','event',10);
INSERT INTO "word" VALUES('outreach','event',6);
INSERT INTO "word" VALUES('park','contact',2);
INSERT INTO "word" VALUES('phone','event',10);
INSERT INTO "word" VALUES('proposal','event',18);
INSERT INTO "word" VALUES('referrals','event',5);
INSERT INTO "word" VALUES('sails','event',4);
INSERT INTO "word" VALUES('sam','contact',3);
INSERT INTO "word" VALUES('text','event',17);
INSERT INTO "word" VALUES('the','event',10);
INSERT INTO "word" VALUES('tidies','event',1);
INSERT INTO "word" VALUES('two','event',4);
INSERT INTO "word" VALUES('two','event',5);
INSERT INTO "word" VALUES('up','event',1);
INSERT INTO "word" VALUES('wants','event',3);
INSERT INTO "word" VALUES('wine','event',19);
INSERT INTO "word" VALUES('young','contact',7);
CREATE INDEX contact_organisation ON contact (organisation_id);
CREATE INDEX number_event ON number (event_id);
CREATE INDEX acknowledgement_author ON acknowledgement (author_id);
CREATE INDEX acknowledgement_day ON acknowledgement (said_on);
CREATE INDEX acknowledgement_recipient ON acknowledgement (recipient_id);
CREATE INDEX archival_contact ON archival (contact_id);
CREATE UNIQUE INDEX detail_contact ON detail (contact_id, kind, "key");
CREATE INDEX detail_key ON detail (kind, "key");
CREATE INDEX event_day ON event (happened_on);
CREATE INDEX event_introduction ON event (introduction_id) WHERE introduction_id NOTNULL;
CREATE INDEX event_keeps ON event (keeps_id) WHERE keeps_id NOTNULL;
CREATE INDEX event_replaces ON event (replaces_id) WHERE replaces_id NOTNULL;
CREATE INDEX statement_event ON statement (event_id) WHERE event_id NOTNULL;
CREATE INDEX statement_item ON statement (item_id) WHERE item_id NOTNULL;
CREATE INDEX statement_worth ON statement (said_on) WHERE kind = 'worth';
CREATE INDEX outcome_cause ON introduction_outcome (cause_id) WHERE cause_id NOTNULL;
CREATE INDEX obligation_debtor ON obligation (debtor_id);
CREATE INDEX obligation_event ON obligation (event_id);
CREATE INDEX obligation_open ON obligation (debtor_id, creditor_id) WHERE closed_on IS NULL;
CREATE INDEX obligation_open_to ON obligation (creditor_id) WHERE closed_on IS NULL;
CREATE INDEX party_contact ON party (contact_id, role);
CREATE INDEX party_event ON party (event_id);
CREATE INDEX attempt_event ON attempt (event_id) WHERE event_id NOTNULL;
CREATE INDEX settlement_day ON settlement (settled_on);
CREATE INDEX settlement_event ON settlement (event_id) WHERE event_id NOTNULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('contact',13);
INSERT INTO "sqlite_sequence" VALUES('event',21);
INSERT INTO "sqlite_sequence" VALUES('party',51);
INSERT INTO "sqlite_sequence" VALUES('detail',7);
INSERT INTO "sqlite_sequence" VALUES('interval',1);
INSERT INTO "sqlite_sequence" VALUES('acknowledgement',6);
INSERT INTO "sqlite_sequence" VALUES('statement',4);
INSERT INTO "sqlite_sequence" VALUES('archival',1);
COMMIT;
PRAGMA application_id = 1852142700;
PRAGMA user_version = 4;
