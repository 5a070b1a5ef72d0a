package dev.crmmigration.engine.internal.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whose turn it is to be sent. */
public interface Turns {

    /** Gives only effects of some objects a turn from now on. */
    void only(Collection<String> objects);

    /** Returns effects that may be sent now. */
    List<Effect> ready(Instant now, int most);

    /** Returns when the next effect has its turn, empty if none is ready. */
    Optional<Instant> next();

    /** Holds what still waits when nothing can be sent any more; the reason lies with the records it waits for. */
    void holdWhatIsBlocked();
}
