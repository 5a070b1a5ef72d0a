package dev.crmmigration.api.destination;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of one {@link Write}. */
public sealed interface WriteOutcome {

    EffectId effect();

    /** Calls the function of this outcome's case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(
            Function<Written, R> written,
            Function<Accepted, R> accepted,
            Function<Rejected, R> rejected,
            Function<Postponed, R> postponed,
            Function<InDoubt, R> inDoubt);

    /** What a write did. */
    enum How {
        CREATED,
        UPDATED,
        DELETED,
        /** A delete found nothing to take away. */
        ALREADY_GONE
    }

    /** Why a write was put off. */
    enum Reason {
        /** A short window is full, or the platform says so. */
        BURST,
        /** The budget of the hour or day is gone. */
        BUDGET,
        /** The platform cannot be reached. */
        OUTAGE,
        /** The platform has blocked the account for a while. */
        BLOCKED
    }

    /**
     * It happened.
     *
     * @param ref the record at the destination
     * @param stored the record as the platform returned it, if it did
     */
    record Written(EffectId effect, RecordRef ref, How how, Optional<CrmRecord> stored) implements WriteOutcome {

        @Override
        public <R> R match(
                Function<Written, R> written,
                Function<Accepted, R> accepted,
                Function<Rejected, R> rejected,
                Function<Postponed, R> postponed,
                Function<InDoubt, R> inDoubt) {
            return written.apply(this);
        }
    }

    /**
     * A job at the platform took it; it may not have happened yet.
     *
     * @param ticket what the platform calls the job; durable before anybody asks for it
     * @param askAt when to ask
     */
    record Accepted(EffectId effect, String ticket, Instant askAt) implements WriteOutcome {

        @Override
        public <R> R match(
                Function<Written, R> written,
                Function<Accepted, R> accepted,
                Function<Rejected, R> rejected,
                Function<Postponed, R> postponed,
                Function<InDoubt, R> inDoubt) {
            return accepted.apply(this);
        }
    }

    /**
     * The platform refused it for good; nothing happened.
     *
     * @param errors at least one
     */
    record Rejected(EffectId effect, List<FieldError> errors) implements WriteOutcome {

        public Rejected {
            errors = List.copyOf(errors);
        }

        public static Rejected of(EffectId effect, String field, String code, String remedy) {
            return new Rejected(effect, List.of(new FieldError(field, code, remedy)));
        }

        @Override
        public <R> R match(
                Function<Written, R> written,
                Function<Accepted, R> accepted,
                Function<Rejected, R> rejected,
                Function<Postponed, R> postponed,
                Function<InDoubt, R> inDoubt) {
            return rejected.apply(this);
        }
    }

    /**
     * Nothing happened, and it may be sent again.
     *
     * @param notBefore the moment from which it may be sent
     */
    record Postponed(EffectId effect, Instant notBefore, Reason reason) implements WriteOutcome {

        @Override
        public <R> R match(
                Function<Written, R> written,
                Function<Accepted, R> accepted,
                Function<Rejected, R> rejected,
                Function<Postponed, R> postponed,
                Function<InDoubt, R> inDoubt) {
            return postponed.apply(this);
        }
    }

    /**
     * It may have happened or not. It must not be sent again before that is known.
     *
     * @param cause a code such as {@code TIMEOUT} or {@code HTTP_502}; never a value
     */
    record InDoubt(EffectId effect, String cause) implements WriteOutcome {

        @Override
        public <R> R match(
                Function<Written, R> written,
                Function<Accepted, R> accepted,
                Function<Rejected, R> rejected,
                Function<Postponed, R> postponed,
                Function<InDoubt, R> inDoubt) {
            return inDoubt.apply(this);
        }
    }
}
