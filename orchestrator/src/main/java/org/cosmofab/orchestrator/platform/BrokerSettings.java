package org.cosmofab.orchestrator.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which broker carries the messages; what people set is listed at the head of application.properties. */
@ConfigMapping(prefix = "cosmofab.broker")
interface BrokerSettings {

    /** An external MQTT 5 broker, such as {@code tcp://broker:1883}; without it the embedded one serves. */
    Optional<String> url();

    /** Our user at the external broker. */
    Optional<String> user();

    Optional<String> password();

    /** Our MQTT client id; each orchestrator at one broker needs its own. */
    @WithDefault("cosmofab-orchestrator")
    String clientId();

    /** Where the embedded broker listens. */
    @WithDefault("127.0.0.1")
    String host();

    /** Port of the embedded broker; 0 takes a free one. */
    @WithDefault("1883")
    int port();

    /** False leaves the orchestrator without messages, for verbs and tests that need none. */
    @WithDefault("true")
    boolean enabled();
}
