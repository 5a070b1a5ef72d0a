package dev.crmmigration.testkit.contract;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The suite on the reference destination, with the deviation that the run asks for. Not run by itself. */
@ExtendWith(ReferenceCase.Chosen.class)
final class ReferenceCase extends DestinationContract {

    static final String DEVIATION = "contract.deviation";

    private final String deviation;

    ReferenceCase(String deviation) {
        this.deviation = deviation;
    }

    @Override
    protected ContractAccount account() {
        return new ReferenceContractAccount(Deviation.all()
                .filter(one -> one.toString().equals(deviation))
                .findFirst()
                .map(Deviation::by)
                .orElse(whole -> whole));
    }

    @Override
    protected Optional<Path> report() {
        return Optional.empty();
    }

    /** Hands the name of the deviation over. */
    static final class Chosen implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == String.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter(DEVIATION).orElse("");
        }
    }
}
