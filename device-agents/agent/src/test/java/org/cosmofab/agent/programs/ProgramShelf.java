package org.cosmofab.agent.programs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An orchestrator's HTTP door for programs, able to misbehave. */
public final class ProgramShelf implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> programs = new ConcurrentHashMap<>();
    private final List<Integer> failNext = new CopyOnWriteArrayList<>();
    private final String authorization;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean stallNext;
    private volatile boolean stalling;

    public ProgramShelf(String agent, String secret) throws IOException {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((agent + ":" + secret).getBytes(StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/agent/v1/programs/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The hash under which it is found. */
    public String put(String program) {
        byte[] bytes = program.getBytes(StandardCharsets.UTF_8);
        String hash = sha256(bytes);
        programs.put(hash, bytes);
        return hash;
    }

    void failNext(int status) {
        failNext.add(status);
    }

    /** Half of the next program comes, and then nothing until the shelf is closed. */
    void stallNext() {
        stallNext = true;
    }

    boolean isStalling() {
        return stalling;
    }

    private void stall(HttpExchange exchange, byte[] bytes) throws IOException {
        stallNext = false;
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        stalling = true;
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String hash = exchange.getRequestURI().getPath().replaceAll(".*/", "");
            byte[] bytes = programs.get(hash);
            if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (!failNext.isEmpty()) {
                exchange.sendResponseHeaders(failNext.remove(0), -1);
            } else if (bytes == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, bytes.length);
                if (stallNext) {
                    stall(exchange, bytes);
                    return;
                }
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
