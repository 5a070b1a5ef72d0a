package dev.crmmigration.testkit.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A small HTTP/1.1 server on the loopback interface, a thread per connection.
 *
 * <p>Not {@code com.sun.net.httpserver}: that one overwrites the {@code Date} header with the system's time, but a simulator must tell its
 * own; nor can it reset a connection.
 */
final class HttpListener implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final Function<Request, Reply> handler;
    private final Clock clock;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private HttpListener(ServerSocket listener, String name, Function<Request, Reply> handler, Clock clock) {
        this.listener = listener;
        this.handler = handler;
        this.clock = clock;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Listens until it is closed; port 0 takes a free one. */
    static HttpListener open(int port, String name, Function<Request, Reply> handler, Clock clock) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            HttpListener result = new HttpListener(listener, name, handler, clock);
            result.threads.execute(result::accept);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException ignored) {
                // Closed, or out of descriptors; a client that was not accepted sees a refused connection either way.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new HttpConnection(socket, clock).serve(handler);
        } catch (IOException ignored) {
            // The client went away; there is nobody to tell.
        } finally {
            connections.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
