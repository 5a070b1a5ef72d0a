package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.mapping.RecordsBuilder;
import java.util.List;

/** The rows between the synthetic source and the benchmark's destination. */
final class BenchmarkMapping implements ObjectMapping {

    private final String name;
    private final int row;
    private final RecordsBuilder records;

    private BenchmarkMapping(String name, int row, RecordsBuilder records) {
        this.name = name;
        this.row = row;
        this.records = records;
    }

    /** Returns all rows. */
    static List<ObjectMapping> all() {
        return List.of(
                new BenchmarkMapping(
                        "CompanyToCompany",
                        1,
                        MappingPart.Records.from(BenchmarkData.COMPANY)
                                .to("company")
                                .set("name", "name")
                                .set("city", "city")
                                .set("employees", "employees")),
                new BenchmarkMapping(
                        "ContactToPerson",
                        2,
                        MappingPart.Records.from(BenchmarkData.CONTACT)
                                .to("person")
                                .sameAs("normalEmail(email)")
                                .set("name", "name")
                                .set("email", "normalEmail(email)")
                                .set("phone", "phone")
                                .set("company", "link(CompanyToCompany, company)")),
                new BenchmarkMapping(
                        "DealToDeal",
                        3,
                        MappingPart.Records.from(BenchmarkData.DEAL)
                                .to("deal")
                                .set("title", "title")
                                .set("amount", "amount")
                                .set("person", "link(ContactToPerson, contact)")
                                .set("company", "link(CompanyToCompany, company)")),
                new BenchmarkMapping(
                        "ActivityToActivity",
                        4,
                        MappingPart.Records.from(BenchmarkData.ACTIVITY)
                                .to("activity")
                                .set("subject", "subject")
                                .set("note", "note")
                                .set("deal", "link(DealToDeal, deal)")
                                .set("person", "link(ContactToPerson, contact)")));
    }

    @Override
    public String sourcePlatform() {
        return BenchmarkSource.PLATFORM;
    }

    @Override
    public String destinationPlatform() {
        return BenchmarkDestination.PLATFORM;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.ONE_TO_ONE;
    }

    @Override
    public List<MappingPart> define(MappingContext context) {
        return List.of(records.build());
    }
}
