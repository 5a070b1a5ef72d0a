package dev.crmmigration.connector.nextcrm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A port that leads to another one until it is shut, as that of a server that is going down; it can be opened again. */
final class Door implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;

    Door(int target) {
        this.target = target;
        this.port = listen(0);
    }

    int port() {
        return port;
    }

    private synchronized int listen(int wanted) {
        try {
            ServerSocket open = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
            listener = open;
            start(() -> accept(open));
            return open.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket open) {
        try {
            while (true) {
                Socket client = open.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                start(() -> pump(client, server));
                start(() -> pump(server, client));
            }
        } catch (IOException e) {
            // The door is closed
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "door");
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side has gone
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    /** Takes nobody in any more; whoever is in stays. */
    synchronized void shut() {
        try {
            if (listener != null) {
                listener.close();
                listener = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void reopen() {
        if (listener == null) {
            listen(port);
        }
    }

    @Override
    public void close() {
        shut();
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
