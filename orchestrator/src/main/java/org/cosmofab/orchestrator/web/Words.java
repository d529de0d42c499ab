package org.cosmofab.orchestrator.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/** The pages' words in a language, for what is put together before a template shows it. */
final class Words {

    private Words() {}

    static Msg common(Locale locale) {
        return in(Msg.class, locale);
    }

    static FloorMsg floor(Locale locale) {
        return in(FloorMsg.class, locale);
    }

    static DesignMsg design(Locale locale) {
        return in(DesignMsg.class, locale);
    }

    static OrderMsg order(Locale locale) {
        return in(OrderMsg.class, locale);
    }

    static RuleMsg rule(Locale locale) {
        return in(RuleMsg.class, locale);
    }

    private static <T> T in(Class<T> bundle, Locale locale) {
        return MessageBundles.get(bundle, Localized.Literal.of(locale.getLanguage()));
    }
}
