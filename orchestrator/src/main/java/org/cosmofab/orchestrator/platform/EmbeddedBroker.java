package org.cosmofab.orchestrator.platform;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An MQTT broker in this process, for a workshop that has none; what it acknowledged is on its disk. */
final class EmbeddedBroker implements AutoCloseable {
    private static final String ACCEPTOR = "mqtt";
    private static final int MEBIBYTE = 1024 * 1024;

    private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    private final String host;

    /**
     * @param folder where messages are kept
     * @param host interface to listen on
     * @param port 0 takes a free one
     */
    EmbeddedBroker(Path folder, String host, int port, BrokerGate gate) {
        this.host = host;
        artemis.setConfiguration(configuration(folder, host, port));
        artemis.setSecurityManager(gate);
    }

    private static Configuration configuration(Path folder, String host, int port) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("cosmofab");
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDatasync(true);
        configuration.setJournalFileSize(MEBIBYTE);
        configuration.setJournalMinFiles(2);
        configuration.setGlobalMaxSize(64L * MEBIBYTE);
        // Counted in free bytes: a share of a big disk would stop a workshop that has gigabytes left.
        configuration.setMinDiskFree(50L * MEBIBYTE);
        configuration.setSecurityEnabled(true);
        // The gate remembers by itself, by client too, and forgets within a second.
        configuration.setAuthenticationCacheSize(0);
        configuration.setSecurityInvalidationInterval(BrokerGate.REMEMBERED.toMillis());
        configuration.setJMXManagementEnabled(false);
        configuration.addAddressSetting("#", addresses());
        try {
            configuration.addAcceptorConfiguration(
                    ACCEPTOR, "tcp://" + host + ":" + port + "?protocols=MQTT;useEpoll=false;tcpNoDelay=true");
        } catch (Exception e) {
            throw new IllegalArgumentException("the broker cannot listen on " + host + ":" + port, e);
        }
        return configuration;
    }

    /** Messages that expire or cannot be delivered are dropped: their senders repeat them. */
    private static AddressSettings addresses() {
        AddressSettings settings = new AddressSettings();
        settings.setAutoCreateDeadLetterResources(false);
        settings.setAutoCreateExpiryResources(false);
        settings.setMaxDeliveryAttempts(-1);
        return settings;
    }

    /**
     * Listens when this returns.
     *
     * @throws BrokerFailed if it cannot, for its port or folder is in use
     */
    void start() {
        try {
            artemis.start();
        } catch (Exception e) {
            throw new BrokerFailed("the embedded broker did not start on " + host, e);
        }
        if (!acceptor().isStarted()) {
            throw new BrokerFailed(
                    "the embedded broker cannot listen: is its port in use? Set cosmofab.broker.port", null);
        }
    }

    /** Where it really listens. */
    int port() {
        return acceptor().getActualPort();
    }

    String url() {
        return "tcp://" + host + ":" + port();
    }

    boolean running() {
        return artemis.getActiveMQServer() != null
                && artemis.getActiveMQServer().isStarted();
    }

    private NettyAcceptor acceptor() {
        return (NettyAcceptor) artemis.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
    }

    @Override
    public void close() {
        try {
            artemis.stop();
        } catch (Exception e) {
            throw new BrokerFailed("the embedded broker did not stop cleanly", e);
        }
    }
}
