package dev.crmmigration.engine.internal.journal;

/** Where an effect stands. */
public enum EffectState {
    /** Waits for records that it refers to. */
    PENDING,
    /** May be sent. */
    READY,
    /** Was sent; what became of it is not known yet. */
    SENT,
    /** Was sent, and the answer was lost: to be resolved before anything is repeated. */
    DOUBT,
    /** Is at the destination. */
    WRITTEN,
    /** Waits for a person or for something that is missing, with the reason. */
    HELD,
    /** Was refused for good, with the reason. */
    FAILED,
    /** Is one and the same with another effect, which carries it. */
    DUPLICATE,
    /** Was at the destination and was taken away, because the source has deleted it. */
    DELETED
}
