package org.tasuki.engine.paths;

import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;

/** One of everything that an address of {@link AccessTable} can be about: the center's, an agency's, another center's. */
@TestComponent
class EveryThing {

    private static final String TOKEN = "00000000-0000-0000-0000-00000000000";

    private static final String FILE = "00000000-0000-0000-0000-00000000f11e";

    private final Stories stories;
    private final StoryOffice office;
    private final TestDatabase database;
    private final Secrets secrets;
    private String handedOver = "";
    private String sheet = "";
    private String intakeSheet = "";
    private String ownTask = "";
    private String request = "";
    private String deadline = "";
    private String comment = "";
    private String agencyTask = "";
    private String ownAbsence = "";
    private String farAbsence = "";

    EveryThing(Stories stories, StoryOffice office, TestDatabase database, Secrets secrets) {
        this.secrets = secrets;
        this.stories = stories;
        this.office = office;
        this.database = database;
    }

    void makeThemOnce() {
        if (handedOver.isEmpty()) {
            ownTask = stories.accepted().at("safetyCheck").item().taskId();
            Story story = stories.toPolice()
                    .at("preparePoliceReferral")
                    .answers()
                    .at("approvePoliceReferral")
                    .answers("approval", "approved");
            agencyTask = story.at("awaitPoliceAnswer").item().taskId();
            handedOver = story.number().value();
            sheet = newest("police-referral");
            intakeSheet = newest("intake-sheet");
            deadline = database.asSuperuser()
                    .sql("select max(id) from deadline where case_number = ?")
                    .param(handedOver)
                    .query(String.class)
                    .single();
            fileInTheCase();
            request = requestOfTheCase();
            comment = commentOfTheOfficer();
            anotherCenter();
            ownAbsence = absence(StoryOffice.CENTER, "story-officer", "story-officer2");
            farAbsence = absence("far", "far-officer", "far-officer");
        }
    }

    /** In years to come, and a long one: its cases are to be handed over. */
    private String absence(String center, String account, String substitute) {
        String id = database.asSuperuser()
                .sql(
                        """
                        insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                        values (?, ?, 'leave', now() + interval '900 days', now() + interval '1000 days', ?, now()) returning id
                        """)
                .params(center, account, account)
                .query(String.class)
                .single();
        database.asSuperuser()
                .sql("insert into absence_substitute values (?::bigint, ?, 0, ?)")
                .params(id, center, substitute)
                .update();
        return id;
    }

    private String newest(String form) {
        return database.asSuperuser()
                .sql("select max(id) from form_answer where case_number = ? and form = ?")
                .params(handedOver, form)
                .query(String.class)
                .single();
    }

    private String requestOfTheCase() {
        return database.asSuperuser()
                .sql(
                        """
                        insert into disclosure_request (case_number, center, requester, received_on, due_on, opened_by, opened_at)
                        values (?, ?, 'self', '2026-11-01', '2026-12-01', 'story-officer', now()) returning id
                        """)
                .params(handedOver, StoryOffice.CENTER)
                .query(String.class)
                .single();
    }

    private String commentOfTheOfficer() {
        return database.asSuperuser()
                .sql(
                        """
                        insert into case_comment (case_number, center, by_account, at, text)
                        values (?, ?, 'story-officer', now(), '-') returning id
                        """)
                .params(handedOver, StoryOffice.CENTER)
                .query(String.class)
                .single();
    }

    private void fileInTheCase() {
        CaseNumber number = new CaseNumber(handedOver);
        SecretPlace label = new SecretPlace("case_document", number, "label " + FILE);
        SecretPlace content = new SecretPlace("case_document", number, "content " + FILE);
        database.asSuperuser()
                .sql(
                        """
                        insert into case_document (id, case_number, center, kind, content_kind, size, reveals_notifier, label, content,
                                                   by_account, at)
                        values (?::uuid, ?, ?, 'other', 'text', 5, false, ?, ?, 'story-reception', now())
                        """)
                .params(
                        FILE,
                        handedOver,
                        StoryOffice.CENTER,
                        secrets.seal("{\"title\":\"paper\",\"name\":\"paper.txt\"}", label),
                        secrets.seal("paper", content))
                .update();
    }

    private void anotherCenter() {
        database.asSuperuser()
                .sql(
                        """
                        insert into center values ('far', 'FA', '遠い所', 'Far') on conflict do nothing;
                        insert into account (id, name_ja, name_en, password, center, created_at)
                        values ('far-officer', '-', '-', '-', 'far', now());
                        insert into section (center, key, name_ja, name_en) values ('%1$s', 'north', '北', 'North'), ('far', 'far-north', '北', 'North');
                        insert into account (id, name_ja, name_en, password, created_at)
                        select 'story-' || role, '-', '-', '-', now()
                        from unnest(array['trainer', 'analyst', 'admin', 'auditor', 'police', 'prosecutor', 'municipal',
                                          'school', 'support']) role on conflict do nothing;
                        update account set center = '%1$s', section = 'north' where id = 'story-admin';
                        insert into account_role values ('story-admin', 'admin') on conflict do nothing;
                        insert into case_file (number, center, status, opened_at) values ('FA-2026-00001', 'far', 'open', now());
                        insert into inbox_item (task_id, case_number, center, desk, process, step, form, wait_id, born_at, due_at)
                        values ('far-task', 'FA-2026-00001', 'far', 'officer', 'p', 's', 'f', 'w', now(), now());
                        insert into new_consultation values ('00000000-0000-0000-0000-000000000002', 'far-officer',
                            'FA-2026-00001', 'far', 'far-task')
                        """
                                .formatted(StoryOffice.CENTER))
                .update();
    }

    Actor person(String role) {
        if (role.equals(AccessTable.ANONYMOUS)) {
            return Actor.NOBODY;
        }
        Role held = Role.of(role);
        return held.ofCenter()
                ? office.at(role)
                : Actor.person(
                        "story-" + role,
                        Set.of(held),
                        held.ofAgency() ? null : StoryOffice.CENTER,
                        held.ofAgency() ? "story-" + role : null);
    }

    MockHttpServletRequestBuilder request(AccessTable.Line line) {
        boolean foreign = line.thing().equals("foreign");
        HttpMethod method = line.method().equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(line.method());
        String path = line.address()
                .replace("/accounts/{id}", "/accounts/" + (foreign ? "far-officer" : "story-officer2"))
                .replace("/absences/{id}", "/absences/" + (foreign ? farAbsence : ownAbsence))
                .replace("{section}", foreign ? "far-north" : "north")
                .replace("{token}", TOKEN + (foreign ? 2 : 1))
                .replace("{number}", foreign ? "FA-2026-00001" : handedOver)
                .replace("{matter}", TOKEN + 9)
                .replace("{run}", TOKEN + 8)
                .replace("{version}", TOKEN + 8)
                .replace("{side}", "before")
                .replace("{question}", TOKEN + 9)
                .replace("{code}", "ABC234")
                .replace("{account}", "practice-abc234-1")
                .replace("{way}", "false-alarm")
                .replace("{course}", "school")
                .replace("{unit}", "duty")
                .replace("{upload}", TOKEN + 9)
                .replace("{key}", "somebody-elses")
                .replace("{secret}", "nobodys")
                .replace("{rule}", "not-renewed")
                .replace("{metric}", "accepted-type")
                .replace("{deadline}", deadline)
                .replace("{answer}", line.address().endsWith("/unmasking") ? intakeSheet : sheet)
                .replace("{tab}", "timeline")
                .replace("{process}/{step}", "consultation/reception")
                .replace("{process}", "referral")
                .replace("{file}", FILE)
                .replace("{request}", request)
                .replace("{comment}", comment)
                .replace("{id}", task(line.thing()))
                .replace("**", "liveness/more");
        return MockMvcRequestBuilders.request(method, path)
                .param("language", "ja")
                .param("tab", "mine")
                .param("version", "-")
                .param("_draft", TOKEN + 3);
    }

    private String task(String thing) {
        return switch (thing) {
            case "agency" -> agencyTask;
            case "foreign" -> "far-task";
            default -> ownTask;
        };
    }
}
