package org.cosmofab.bridge.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireOpener;
import org.cosmofab.bridge.wire.WireUnavailable;

/** A machine behind a TCP port. */
public final class TcpWire implements Wire {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private TcpWire(String name, Socket socket) throws IOException {
        this.name = name;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Connects anew each time. */
    public static WireOpener opener(String host, int port) {
        return () -> connect(host, port);
    }

    /** The other end of a connection that was accepted. */
    public static Wire accepted(Socket socket) {
        String name = "tcp " + socket.getRemoteSocketAddress();
        try {
            return new TcpWire(name, socket);
        } catch (IOException e) {
            throw new WireUnavailable(name + " is closed: " + e.getMessage(), e);
        }
    }

    private static Wire connect(String host, int port) {
        String name = "tcp " + host + ":" + port;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT_TIMEOUT.toMillis());
            return new TcpWire(name, socket);
        } catch (IOException e) {
            close(socket);
            throw new WireUnavailable(
                    name + " does not answer (" + e.getMessage() + "); is the machine on, and is the address right?",
                    e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new WireUnavailable(name + " is gone: " + e.getMessage(), e);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        try {
            if (timeout.isZero() && in.available() == 0) {
                return 0;
            }
            // A socket reads 0 ms as "for ever".
            socket.setSoTimeout((int) Math.max(1, timeout.toMillis()));
            int count = in.read(buffer);
            if (count < 0) {
                throw new WireUnavailable(name + " was closed by the other side");
            }
            return count;
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            throw new WireUnavailable(name + " is gone: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing can be done about a socket that does not close; the wire is given up either way.
            return;
        }
    }
}
