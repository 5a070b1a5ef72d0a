package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;

/** The database keeps the rules of sources, where a delta reads what changed. */
class NextCrmChangesContractTest extends SourceContract {

    @Override
    protected ContractSource source() {
        return new NextCrmContractSource("changes", "account", "opportunity");
    }
}
