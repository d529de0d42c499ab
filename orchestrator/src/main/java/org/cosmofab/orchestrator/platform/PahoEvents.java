package org.cosmofab.orchestrator.platform;

import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jboss.logging.Logger;

/** What the MQTT client tells us, on its own thread, which must never be held up. */
final class PahoEvents implements MqttCallback {
    private static final Logger LOG = Logger.getLogger(PahoEvents.class);

    private final BusAddress address;
    private final BiConsumer<String, byte[]> arrived;
    private final Runnable connected;
    private final Runnable lost;

    /**
     * @param arrived takes topic and payload and returns at once
     * @param connected called after each connection, and returns at once
     * @param lost called after each loss of it, and returns at once
     */
    PahoEvents(BusAddress address, BiConsumer<String, byte[]> arrived, Runnable connected, Runnable lost) {
        this.address = address;
        this.arrived = arrived;
        this.connected = connected;
        this.lost = lost;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        arrived.accept(topic, message.getPayload());
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        LOG.infof("%sconnected to the broker at %s", reconnect ? "re" : "", address);
        connected.run();
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        LOG.warnf("lost the broker at %s: %s", address, response.getException());
        lost.run();
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.errorf(exception, "the MQTT client met an error");
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        LOG.tracef("delivered %d", token.getMessageId());
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        LOG.debugf("ignored an extended authentication, reason 0x%02x", reasonCode);
    }
}
