package dev.crmmigration.engine.internal.linkage;

/** Decides about two records. Gives the same whichever comes first. */
interface Judge {

    Judgement judge(Card one, Card other);
}
