package dev.crmmigration.engine.toy;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/** Customers become persons, with the company that they name and the owner that the plan says. */
public final class CustomerToPerson implements ObjectMapping {

    @Override
    public String sourcePlatform() {
        return "toy";
    }

    @Override
    public String destinationPlatform() {
        return "box";
    }

    @Override
    public String name() {
        return "CustomerToPerson";
    }

    @Override
    public int row() {
        return 1;
    }

    @Override
    public String title() {
        return "Customer -> Person";
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.ONE_TO_ONE;
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choice.open("defaultOwner", "Who owns customers without an owner?", List.of()));
    }

    @Override
    public List<MappingPart> define(MappingContext context) {
        return List.of(
                MappingPart.Records.from("customer")
                        .part("company")
                        .to("company")
                        .derivedBy("normal(company)")
                        .set("name", "company")
                        .build(),
                MappingPart.Records.from("customer")
                        .to("person")
                        .sameAs("normalEmail(email)")
                        .set("name", "name")
                        .set("company", "link(CustomerToPerson, normal(company))")
                        .build(),
                MappingPart.Resolution.owner(
                        "customer", "owner", "coalesce(owner, \"" + context.answer("defaultOwner") + "\")"));
    }
}
