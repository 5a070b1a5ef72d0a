package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;

/** The database keeps the rules of sources, where a delta reads everything. */
class NextCrmContractTest extends SourceContract {

    @Override
    protected ContractSource source() {
        return new NextCrmContractSource(
                "full",
                "user",
                "account",
                "contact",
                "opportunity",
                "opportunityContact",
                "activityLink",
                "email",
                "emailLink",
                "campaign",
                "document",
                "invoice",
                "accountTask");
    }
}
