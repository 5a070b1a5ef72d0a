package dev.crmmigration.examples.cli.everything;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.PLATFORM;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.TASK;

import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/** The rows from the invented source to the objects of Freshsales that a customer has many of. */
final class PracticeToFreshsales {

    private PracticeToFreshsales() {}

    static List<ObjectMapping> all() {
        return List.of(
                new PracticeRow(
                        PLATFORM,
                        1,
                        "CompanyToAccount",
                        Records.from("company")
                                .to(SALES_ACCOUNT)
                                .set("name", "name")
                                .set("website", "site")
                                .build()),
                new PracticeRow(
                        PLATFORM,
                        2,
                        "ContactToContact",
                        Records.from("contact")
                                .to(CONTACT)
                                .set("last_name", "name")
                                .set("emails", "contactPoints(contactPoint(email))")
                                .set("sales_accounts", "list(link(CompanyToAccount, company))")
                                .set("tags", "tier")
                                .build()),
                new PracticeRow(
                        PLATFORM,
                        3,
                        "OpportunityToDeal",
                        Records.from("opportunity")
                                .to(DEAL)
                                .set("name", "title")
                                .set("amount", "worth")
                                .set(OF_SALES_ACCOUNT, "link(CompanyToAccount, company)")
                                .set("contacts", "list(link(ContactToContact, contact))")
                                .build()),
                new PracticeRow(
                        PLATFORM,
                        4,
                        "VisitToTask",
                        Records.from("visit")
                                .to(TASK)
                                .set("title", "subject")
                                .set("due_date", "at")
                                .set("status", "\"done\"")
                                .set(OF_CONTACT, "link(ContactToContact, contact)")
                                .build()),
                new PracticeRow(
                        PLATFORM,
                        5,
                        "MemoToNote",
                        Records.from("memo")
                                .to(NOTE)
                                .set("description", "text")
                                .set(OF_CONTACT, "link(ContactToContact, contact)")
                                .build()),
                new PracticeRow(PLATFORM, 6, "Left", left("good"), left("line"), left("prospect"), left("paper")));
    }

    private static MappingPart left(String object) {
        return MappingPart.Exclusion.of(object, "true", "not of interest here");
    }
}
