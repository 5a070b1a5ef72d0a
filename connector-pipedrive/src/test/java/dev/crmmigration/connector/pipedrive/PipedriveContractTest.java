package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.DestinationContract;

/** All rules for destinations, on the simulator. */
class PipedriveContractTest extends DestinationContract {

    @Override
    protected ContractAccount account() {
        return new PipedriveContractAccount(whole -> whole);
    }
}
