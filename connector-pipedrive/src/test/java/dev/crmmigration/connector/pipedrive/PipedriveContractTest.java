package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.DestinationContract;

/** Every rule for destinations, for every object, on the simulator. */
class PipedriveContractTest extends DestinationContract {

    @Override
    protected ContractAccount account() {
        return new PipedriveContractAccount(new PipedriveDestination());
    }

    @Override
    protected boolean checksAll() {
        return true;
    }
}
