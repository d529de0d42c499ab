package org.cosmofab.bridge.safety;

import java.util.List;
import java.util.Locale;
import org.cosmofab.bridge.gcode.GateProfile.Kind;

/**
 * What can and cannot be promised when a cable is pulled or the host ends, in English and French.
 *
 * <p>Source: Grbl 1.1 and grblHAL have no watchdog of the host: what is in their planner is done to its end, an M3 beam
 * then burns on where it stands and an M4 beam goes dark with the motion (interface.md, laser.md). Marlin 2.1.2 waits with
 * its heaters on unless it is built with a time-out of idle heaters.
 */
public final class LossOfContact {

    /** How a machine is reached. */
    public enum Link {
        /** Opening the port may reset the board, so a host that comes back brings it to rest by that alone. */
        SERIAL,
        /** A network bridge: the cable behind it may go without the host being told. */
        TCP
    }

    private static final String PRINTER =
            "If the line is lost, the printer stands still after at most the moves it holds,"
                    + " and its heaters stay at their targets: nothing in Marlin switches them off because a host is gone."
                    + " Only its own thermal protection and its switch do.";
    private static final String PRINTER_FR =
            "Si la liaison est perdue, l'imprimante s'arrête après les mouvements qu'elle"
                    + " détient encore, et ses chauffages restent à leur consigne : rien dans Marlin ne les coupe parce que l'hôte"
                    + " est absent. Seuls sa protection thermique et son interrupteur le font.";
    private static final String LASER =
            "If the line is lost, the laser still does the moves it holds, usually for less than"
                    + " a few seconds. With M4 the beam goes dark when motion ends. With M3 it burns on where it stands until"
                    + " somebody uses the switch: use M4 only, and never leave a laser alone.";
    private static final String LASER_FR =
            "Si la liaison est perdue, le laser exécute encore les mouvements qu'il détient,"
                    + " en général moins de quelques secondes. Avec M4, le faisceau s'éteint quand le mouvement finit. Avec M3, il"
                    + " brûle sur place jusqu'à ce que quelqu'un coupe l'interrupteur : n'utilisez que M4, et ne laissez jamais un"
                    + " laser seul.";
    private static final String MILL =
            "If the line is lost, the mill still does the moves it holds and then stands in the"
                    + " material with its spindle turning. It does not retract by itself: only its switch stops the spindle.";
    private static final String MILL_FR = "Si la liaison est perdue, la fraiseuse exécute encore les mouvements qu'elle"
            + " détient, puis s'arrête dans la matière, broche en rotation. Elle ne remonte pas d'elle-même : seul son"
            + " interrupteur arrête la broche.";
    private static final String HOST =
            "When the agent is back, it brings the machine to rest before anything else (printers"
                    + " are cooled, lasers and mills are reset) and starts nothing again; until then nobody does.";
    private static final String HOST_FR = "À son retour, l'agent met d'abord la machine au repos (les imprimantes sont"
            + " refroidies, les lasers et fraiseuses réinitialisés) et ne relance rien ; d'ici là, personne ne le fait.";
    private static final String SERIAL =
            "When the USB cable itself is pulled, no stop can reach the machine: keep its own"
                    + " switch within reach.";
    private static final String SERIAL_FR =
            "Quand c'est le câble USB qui est débranché, aucun arrêt ne peut atteindre la"
                    + " machine : gardez son interrupteur à portée de main.";
    private static final String TCP =
            "Over a network the loss may be noticed only when nothing has been heard for a while;"
                    + " no stop reaches the machine meanwhile: keep its own switch within reach.";
    private static final String TCP_FR =
            "Par le réseau, la perte peut n'être remarquée qu'après un moment de silence ; aucun"
                    + " arrêt n'atteint la machine entre-temps : gardez son interrupteur à portée de main.";

    private LossOfContact() {}

    /** The sentences for a kind of machine, the most important first. French for that language, else English. */
    public static List<String> sentences(Kind kind, Link link, Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        String first = switch (kind) {
            case FDM_PRINTER -> french ? PRINTER_FR : PRINTER;
            case LASER -> french ? LASER_FR : LASER;
            case MILL -> french ? MILL_FR : MILL;
        };
        String host = french ? HOST_FR : HOST;
        String way = link == Link.TCP ? (french ? TCP_FR : TCP) : (french ? SERIAL_FR : SERIAL);
        return List.of(first, host, way);
    }
}
