package dev.crmmigration.architecture.planted;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Every method lets real time pass, but for those named {@code allowed}. */
public final class Waits {

    void asleep() throws InterruptedException {
        Thread.sleep(1);
    }

    void asleepByUnit() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }

    @SuppressWarnings("WaitNotInLoop")
    synchronized void timed() throws InterruptedException {
        wait(1);
    }

    void parked() {
        LockSupport.parkNanos(1);
    }

    CompletableFuture<String> delayed() {
        return new CompletableFuture<String>().orTimeout(1, TimeUnit.SECONDS);
    }

    ScheduledExecutorService scheduled() {
        return Executors.newSingleThreadScheduledExecutor();
    }

    @SuppressWarnings("WaitNotInLoop")
    synchronized void allowed() throws InterruptedException {
        wait();
    }
}
