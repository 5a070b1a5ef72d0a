package dev.crmmigration.connector.freshsales;

import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.DestinationContract;

/** Every rule for destinations, for every object, on the simulator as a trial account is. */
class FreshsalesContractTest extends DestinationContract {

    @Override
    protected ContractAccount account() {
        return new FreshsalesContractAccount(new FreshsalesDestination(), "stock");
    }
}
