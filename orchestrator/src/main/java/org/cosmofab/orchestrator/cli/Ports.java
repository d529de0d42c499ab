package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
final class Ports {

    private Ports() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The wished port, or any other that is free now; never the one that is promised to somebody else. */
    static int freeOr(int wished, int promised) {
        if (wished != promised && isFree(wished)) {
            return wished;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int found = socket.getLocalPort();
            return found == promised ? freeOr(wished, promised) : found;
        } catch (IOException e) {
            throw new UncheckedIOException("there is no free port", e);
        }
    }
}
