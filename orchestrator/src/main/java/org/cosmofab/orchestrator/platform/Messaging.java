package org.cosmofab.orchestrator.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.members.Logins;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The bus of this orchestrator, over the broker that is configured, or else over one of our own. */
@ApplicationScoped
class Messaging implements MessageBus {
    private static final Logger LOG = Logger.getLogger(Messaging.class);
    /** No login can be called so. */
    private static final String OUR_USER = "$orchestrator";

    private static final int BEFORE_FEATURES = 100;

    private final Optional<EmbeddedBroker> broker;
    private final Optional<PahoBus> bus;

    Messaging(BrokerSettings settings, @ConfigProperty(name = "cosmofab.data") Path data, IdSource ids, Logins logins) {
        String secret = ids.secret(32);
        boolean embedded = settings.enabled() && settings.url().isEmpty();
        broker = embedded ? Optional.of(embedded(settings, data, secret, logins)) : Optional.empty();
        bus = settings.enabled() ? Optional.of(new PahoBus(address(settings, secret))) : Optional.empty();
        bus.ifPresent(PahoBus::start);
    }

    private static EmbeddedBroker embedded(BrokerSettings settings, Path data, String secret, Logins logins) {
        BrokerGate gate = new BrokerGate(
                OUR_USER,
                secret,
                (user, presented) -> logins.checkAgent(user, presented).isPresent());
        EmbeddedBroker broker = new EmbeddedBroker(data.resolve("broker"), settings.host(), settings.port(), gate);
        broker.start();
        LOG.infof("the embedded broker listens at %s", broker.url());
        return broker;
    }

    private BusAddress address(BrokerSettings settings, String secret) {
        return broker.map(ours -> new BusAddress(ours.url(), settings.clientId(), OUR_USER, secret))
                .orElseGet(() -> new BusAddress(
                        settings.url().orElseThrow(),
                        settings.clientId(),
                        settings.user().orElse(""),
                        settings.password().orElse("")));
    }

    /** Comes into being with the application, not with the first message. */
    void start(@Observes @Priority(BEFORE_FEATURES) StartupEvent event) {
        LOG.debugf("messages are %s", bus.isPresent() ? "on" : "off");
    }

    /** Where our own broker listens, if there is one. */
    Optional<String> brokerUrl() {
        return broker.map(EmbeddedBroker::url);
    }

    @Override
    public void publish(String topic, byte[] payload) {
        bus.ifPresent(b -> b.publish(topic, payload));
    }

    @Override
    public void subscribe(String topicFilter, BiConsumer<String, byte[]> handler) {
        bus.ifPresent(b -> b.subscribe(topicFilter, handler));
    }

    @Override
    public boolean connected() {
        return bus.map(PahoBus::connected).orElse(false);
    }

    @PreDestroy
    void stop() {
        bus.ifPresent(PahoBus::close);
        broker.ifPresent(EmbeddedBroker::close);
    }
}
