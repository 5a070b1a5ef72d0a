package dev.crmmigration.testkit.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and any HTTP server and breaks connections on purpose.
 *
 * <ol>
 *   <li>{@link #before} opens it, and everything passes;
 *   <li>{@link #use} says which exchanges break, {@link #refuse} turns clients away until {@link #accept};
 *   <li>{@link #close} ends all connections and threads.
 * </ol>
 *
 * <p>Listens on the loopback interface. Safe for use by several threads.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final URI server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong exchanges = new AtomicLong();
    private final int port;
    private volatile NetworkScript script = NetworkScript.quiet();
    private @Nullable ServerSocket listener;
    private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

    private FaultProxy(URI server) throws IOException {
        this.server = server;
        this.port = listen(0);
    }

    /** Opens a proxy before a server. */
    public static FaultProxy before(URI server) {
        try {
            return new FaultProxy(server);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a proxy before " + server, e);
        }
    }

    /** Returns the address that clients use instead of the server's. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Decides about all exchanges that begin from now on. */
    public void use(NetworkScript newScript) {
        script = newScript;
    }

    /** Returns how many exchanges have begun. */
    public long exchanges() {
        return exchanges.get();
    }

    /** Ends all connections and refuses new ones, as a host without a server does. */
    public synchronized void refuse() {
        try {
            if (listener != null) {
                listener.close();
                listener = null;
                // The system takes connections until the thread that waits for them has noticed.
                accepting.join();
            }
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets clients connect again. */
    public synchronized void accept() {
        try {
            if (listener == null) {
                listen(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + " again", e);
        }
    }

    private int listen(int wantedPort) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort), BACKLOG);
        listener = opened;
        accepting = CompletableFuture.runAsync(() -> acceptFrom(opened), threads);
        return opened.getLocalPort();
    }

    private void acceptFrom(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                connections.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException ignored) {
                // Closed by refuse() or close(); the loop's condition ends it.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            connections.add(upstream);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            pass(client, upstream);
            connections.remove(upstream);
        } catch (IOException ignored) {
            // One of the two went away; the other one sees it by the closed connection.
        } finally {
            connections.remove(client);
        }
    }

    private void pass(Socket client, Socket upstream) throws IOException {
        InputStream requests = new BufferedInputStream(client.getInputStream());
        InputStream answers = new BufferedInputStream(upstream.getInputStream());
        while (true) {
            Optional<HttpMessage> request = HttpMessage.request(requests);
            if (request.isEmpty()) {
                return;
            }
            NetworkFault fault =
                    script.faultFor(exchanges.incrementAndGet(), request.get().firstLine());
            if (fault.kind() == NetworkFault.Kind.RESET_BEFORE_REQUEST) {
                client.setSoLinger(true, 0);
                return;
            }
            upstream.getOutputStream().write(request.get().bytes());
            Optional<HttpMessage> answer = HttpMessage.answerTo(request.get(), answers);
            if (answer.isEmpty() || fault.kind() == NetworkFault.Kind.RESET_AFTER_ANSWER) {
                client.setSoLinger(true, 0);
                return;
            }
            boolean isWhole = send(answer.get().bytes(), fault, client.getOutputStream());
            if (!isWhole || answer.get().isLast()) {
                return;
            }
        }
    }

    /** Passes an answer on; returns whether all of it. */
    private static boolean send(byte[] answer, NetworkFault fault, OutputStream out) throws IOException {
        if (fault.kind() == NetworkFault.Kind.NONE) {
            out.write(answer);
            return true;
        }
        int half = answer.length / 2;
        out.write(answer, 0, half);
        if (fault.kind() == NetworkFault.Kind.TRUNCATED) {
            return false;
        }
        SimulatorClock.pause(fault.delay());
        out.write(answer, half, answer.length - half);
        return true;
    }

    @Override
    public void close() {
        refuse();
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
