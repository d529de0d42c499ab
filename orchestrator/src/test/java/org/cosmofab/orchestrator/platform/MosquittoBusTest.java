package org.cosmofab.orchestrator.platform;

import java.nio.file.Path;
import org.cosmofab.orchestrator.testing.Mosquitto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MosquittoBusTest extends BrokerContract {
    @TempDir
    Path folder;

    private Mosquitto mosquitto;

    @BeforeEach
    void start() throws Exception {
        mosquitto = new Mosquitto(folder, USER, SECRET);
    }

    @AfterEach
    void stop() throws Exception {
        if (mosquitto != null) {
            mosquitto.stop();
        }
    }

    @Override
    String url() {
        return mosquitto.url();
    }

    @Override
    void stopBroker() throws Exception {
        mosquitto.stop();
    }

    @Override
    void startBroker() throws Exception {
        mosquitto.start();
    }
}
