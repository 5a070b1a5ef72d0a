package dev.crmmigration.connector.freshsales;

import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.DestinationContract;

/** Every rule for destinations, for every object, on an account whose forms demand more. */
class FreshsalesStrictContractTest extends DestinationContract {

    @Override
    protected ContractAccount account() {
        return new FreshsalesContractAccount(new FreshsalesDestination(), "strict");
    }
}
