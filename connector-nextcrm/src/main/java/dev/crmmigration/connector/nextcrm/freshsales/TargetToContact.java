package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a contact of every target that is not a contact or lead already. */
public final class TargetToContact extends FreshsalesRow {

    private static final String FROM = "target";

    public TargetToContact() {
        super(BEYOND, "Target -> Contact", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.TARGETS);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "company of a target",
                        "it is a text, and the company was never a customer",
                        "the custom field 'NextCRM company', no account"),
                new Loss(
                        "wish to get no mail",
                        "what Freshsales subscribes a contact to has meanings of its own",
                        "the custom field 'NextCRM do not e-mail'"),
                new Loss("people found at a target's company", "nobody has checked them", "they are left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        exclude(parts, business, "targetContact", "found by a search for a target's company, and checked by nobody");
        if (!business.has(FROM)) {
            return parts;
        }
        if (!people(business).targetsMove()) {
            exclude(parts, business, FROM, "the choice 'targets' says so");
            return parts;
        }
        Fields fields = new Fields(business, FROM, CONTACT)
                .set("first_name", "first_name", "first_name")
                .set(
                        "last_name",
                        "coalesce(last_name, case(empty(first_name) => coalesce(company, email, concat(\"Target \","
                                + " $id)), else => null))")
                .set(
                        "emails",
                        "contactPoints(contactPoint(email, \"work\"), contactPoint("
                                + business.column(FROM, "company_email") + ", \"work\"), contactPoint("
                                + business.column(FROM, "personal_email") + ", \"home\"))")
                .set("job_title", "position", "position")
                .set("city", "city", "city")
                .set("country", "country", "country")
                .set("twitter", "social_x", "social_x")
                .set("linkedin", "social_linkedin", "social_linkedin")
                .set("facebook", "social_facebook", "social_facebook")
                .custom("NextCRM company", FieldType.TEXT, "company", "company")
                .custom(
                        "NextCRM do not e-mail",
                        FieldType.TEXT,
                        "case(do_not_email => \"do not e-mail\", else => null)",
                        "do_not_email")
                .moment(account, CREATED, "created_on", "created_on");
        Phones.addTo(fields, business, FROM, List.of("office_phone", "company_phone"), "mobile_phone");
        parts.add(fields.into(MappingPart.Records.from(FROM)
                        .to(CONTACT)
                        .where(people(business).targetMoves())
                        .sameAs("normalEmail(email)")
                        .orderBy(business.column(FROM, "created_on")))
                .build());
        parts.add(MappingPart.Exclusion.of(
                FROM,
                "not(" + people(business).targetMoves() + ")",
                "the target is a contact or lead already, by conversion or by its address"));
        return parts;
    }
}
