package dev.crmmigration.testkit.contract;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suite on the reference source, with the deviation that the run asks for. Not run by itself. */
@ExtendWith(ReferenceCase.Chosen.class)
final class ReferenceSourceCase extends SourceContract {

    private final String deviation;

    ReferenceSourceCase(String deviation) {
        this.deviation = deviation;
    }

    @Override
    protected ContractSource source() {
        return new ReferenceContractSource(SourceDeviation.all()
                .filter(one -> one.toString().equals(deviation))
                .findFirst()
                .map(SourceDeviation::by)
                .orElse(whole -> whole));
    }

    @Override
    protected Optional<Path> report() {
        return Optional.empty();
    }
}
