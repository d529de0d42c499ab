package org.cosmofab.agent.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cosmofab.agent.domain.AgentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAccountTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1883", "http://127.0.0.1:1883", "tcp://127.0.0.1", "tcp:", ""})
    void saysWhatABrokersAddressLooksLike(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerAccount.at(address, new AgentId("a"), "s"))
                .withMessageContaining("tcp://host:port");
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(BrokerAccount.at("tcp://h:1", new AgentId("a"), "hush").toString())
                .doesNotContain("hush");
    }
}
