package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.CustomValues;
import dev.crmmigration.toolkit.bundle.InvoiceSums;
import dev.crmmigration.toolkit.bundle.People;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.bundle.WrittenText;
import dev.crmmigration.toolkit.damage.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Completes rows by what is known of all of them: who they belong to, what they follow from. */
final class Completion {

    private static final String REFERRAL = "referral_source";

    /** A group that is its own ancestor. */
    private static final String GROUP_CIRCLE = "GROUP_CIRCLE";

    private final Survey survey;
    private final People people;
    private final PackageCompletion packages;
    private final SessionCompletion sessions;
    private final FormCompletion forms;

    Completion(Survey survey) {
        this.survey = survey;
        this.people = survey.people();
        this.packages = new PackageCompletion(survey);
        this.sessions = new SessionCompletion(survey);
        this.forms = new FormCompletion(survey);
    }

    void complete(RowDraft row) {
        switch (row.object().name()) {
            case "client" -> client(row);
            case "client_company" -> {
                people.client(row, "");
                survey.affiliations().complete(row);
            }
            case "group" -> group(row);
            case "group_member" -> people.client(row, "");
            case "client_package" -> packages.complete(row);
            case "session" -> sessions.complete(row);
            case "session_attendee" -> sessions.completePart(row);
            case "form_response" -> forms.response(row);
            case "form_answer" -> forms.answer(row);
            case "note" -> note(row);
            case "invoice" -> invoice(row);
            case "contract" -> contract(row);
            case "attachment" -> attachment(row);
            case "property_value" -> CustomValues.complete(row, survey.bundle(), people.clients());
            default -> {}
        }
    }

    private void client(RowDraft row) {
        company(row);
        if (row.text(REFERRAL).isEmpty()) {
            String wide = row.text("prop_" + REFERRAL);
            row.put(REFERRAL, wide.isEmpty() ? survey.referralOf(row.id()) : wide);
        }
        List<String> groups = survey.groups().namesOf(row.id());
        row.put("group_names", groups.isEmpty() ? null : groups);
        Map<String, String> tags = survey.tags().of(row.id(), row.list("tags"));
        row.put("effective_tags", tags.isEmpty() ? null : List.copyOf(tags.keySet()));
        List<String> origins = new ArrayList<>();
        tags.forEach((tag, from) -> origins.add(tag + " (" + from + ")"));
        row.put("tag_origins", String.join("; ", origins));
        people.owner(row, "assigned_coach_id", "assigned_coach_email", "");
        people.duplicate(row);
    }

    /** The first company of a client counts; the names of all stand beside it. */
    private void company(RowDraft row) {
        String stated = row.text("company_id");
        List<String> companies = survey.affiliations().of(row.id());
        if (companies.isEmpty()) {
            return;
        }
        row.put("company_id", companies.get(0));
        if (!stated.isEmpty() && !survey.affiliations().has(stated)) {
            row.mend("company_id", Rule.REF_DANGLING);
        }
        List<String> names =
                companies.stream().map(survey.affiliations()::nameOf).toList();
        row.put("company_names", names);
    }

    private void group(RowDraft row) {
        List<String> tags = List.copyOf(survey.groups().tagsOf(row.id()));
        row.put("effective_tags", tags.isEmpty() ? null : tags);
        if (survey.groups().isInCircle(row.id())) {
            row.mend("parent_group_id", GROUP_CIRCLE);
        }
    }

    private void note(RowDraft row) {
        people.client(row, survey.sessions().clientOf(row.text("session_id")));
        WrittenText.complete(row, "body", "body_format", "content");
        row.put("author_email", people.coaches().email(row.text("author_coach_id"), row.text("author_email")));
        row.put("owner", people.clients().ownerOf(row.text("client_id")));
    }

    /** An invoice is settled when it is paid, says when it was, or somebody marked it so by hand. */
    private void invoice(RowDraft row) {
        people.client(row, survey.clientOfPackage(row.text("client_package_id")));
        boolean isMarked =
                row.value("marked_paid_manually").filter(Boolean.TRUE::equals).isPresent();
        boolean isSettled = isMarked || row.text("status").equals("paid");
        InvoiceSums.settledAt(row, isSettled, survey.bundle().zone())
                .ifPresent(moment -> row.put("settled_at", moment));
        InvoiceSums.check(row);
        row.put("owner", people.clients().ownerOf(row.text("client_id")));
    }

    private void contract(RowDraft row) {
        people.client(row, survey.clientOfPackage(row.text("client_package_id")));
        survey.contracts().complete(row);
        row.put("owner", people.clients().ownerOf(row.text("client_id")));
    }

    private void attachment(RowDraft row) {
        survey.attachments().complete(row);
        boolean isOfContract = row.text("parent_type").equals("contract");
        row.put(
                "contract_id",
                isOfContract ? row.text("parent_id") : survey.contracts().ofAttachment(row.id()));
    }
}
