package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.PersonText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a person of every target that is not a contact already. */
public final class TargetToPerson extends NextCrmRow {

    private static final String FROM = "target";

    public TargetToPerson() {
        super(BEYOND, "Target -> Person", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.TARGETS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "company of a target",
                        "it is a text, and the company was never a customer",
                        "the custom field 'NextCRM company', no organization"),
                new Loss(
                        "wish to get no mail",
                        "Pipedrive has no such flag that is not tied to Campaigns",
                        "the custom field 'NextCRM do not e-mail'"),
                new Loss("people found at a target's company", "nobody has checked them", "they are left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has("targetContact")) {
            parts.add(MappingPart.Exclusion.of(
                    "targetContact", "true", "found by a search for a target's company, and checked by nobody"));
        }
        if (!business.has(FROM)) {
            return parts;
        }
        if (!new PersonText(business, PEOPLE).targetsMove()) {
            parts.add(MappingPart.Exclusion.of(FROM, "true", "the choice 'targets' says so"));
            return parts;
        }
        Fields fields = new Fields(business, FROM, PERSON)
                .set("name", "coalesce(join(\" \", first_name, last_name), company, email, concat(\"Target \", $id))")
                .set(
                        "emails",
                        "contactPoints(contactPoint(email, \"work\"), contactPoint("
                                + business.column(FROM, "company_email") + ", \"work\"), contactPoint("
                                + business.column(FROM, "personal_email") + ", \"home\"))")
                .set(
                        "phones",
                        "contactPoints(contactPoint(mobile_phone, \"mobile\"), contactPoint(office_phone, \"work\"),"
                                + " contactPoint(" + business.column(FROM, "company_phone") + ", \"work\"))")
                .set("add_time", "created_on", "created_on")
                .custom("NextCRM company", FieldType.TEXT, "company", "company")
                .custom(
                        "NextCRM do not e-mail",
                        FieldType.TEXT,
                        "case(do_not_email => \"do not e-mail\", else => null)",
                        "do_not_email");
        parts.add(fields.into(MappingPart.Records.from(FROM)
                        .to(PERSON)
                        .where(new PersonText(business, PEOPLE).targetMoves())
                        .sameAs("normalEmail(email)")
                        .orderBy(business.column(FROM, "created_on")))
                .build());
        parts.add(MappingPart.Exclusion.of(
                FROM,
                "not(" + new PersonText(business, PEOPLE).targetMoves() + ")",
                "the target is a contact already, by conversion or by its address"));
        return parts;
    }
}
