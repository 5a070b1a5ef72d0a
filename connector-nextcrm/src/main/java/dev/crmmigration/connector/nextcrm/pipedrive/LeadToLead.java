package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Puts every lead into the Leads inbox, on its person. */
public final class LeadToLead extends NextCrmRow {

    private static final String FROM = "lead";

    public LeadToLead() {
        super(BEYOND, "Lead -> Lead", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.LEADS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "status, source and type of leads",
                "Pipedrive's leads have no status but their labels",
                "custom fields 'NextCRM lead ...'"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM) || !business.chose(Choices.LEADS, "inbox") || !account.has("lead", "title")) {
            return List.of();
        }
        String contact = LeadToPerson.contact(business);
        Fields fields = new Fields(business, FROM, "lead")
                .set(
                        "title",
                        "coalesce(join(\", \", join(\" \", firstName, lastName), company), concat(\"Lead \", $id))")
                .set(
                        "person_id",
                        "case(present(" + contact + ") => link(ContactToPerson, " + contact
                                + "), else => link(LeadToPerson, $id))");
        custom(fields);
        return List.of(
                fields.into(MappingPart.Records.from(FROM).to("lead").orderBy(business.column(FROM, "createdAt")))
                        .build());
    }

    private static void custom(Fields fields) {
        fields.custom("NextCRM lead status", FieldType.TEXT, "lead_status", "lead_status")
                .custom("NextCRM lead source", FieldType.TEXT, "lead_source", "lead_source")
                .custom("NextCRM lead type", FieldType.TEXT, "lead_type", "lead_type")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description");
    }
}
