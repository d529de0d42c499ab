package org.cosmofab.orchestrator.platform;

import java.nio.file.Path;
import org.cosmofab.orchestrator.testing.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest extends BrokerContract {
    @TempDir
    Path folder;

    private final int port = FreePort.next();
    private EmbeddedBroker broker;

    @BeforeEach
    @Override
    void startBroker() {
        broker = new EmbeddedBroker(folder, "127.0.0.1", port, new BrokerGate(USER, SECRET, (user, secret) -> false));
        broker.start();
    }

    @AfterEach
    @Override
    void stopBroker() {
        broker.close();
    }

    @Override
    String url() {
        return "tcp://127.0.0.1:" + port;
    }
}
