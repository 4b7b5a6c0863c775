// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Every sentence of the desk, by key, in the language of the moment. The language changes live; one thread at a time: the screen's, but for what a start reads before. */
public final class Texts {
    /** In this order; one is read when a sentence is in none before it. */
    private static final List<String> BUNDLES = List.of("console", "desk", "platform-errors");

    private final Map<Language, List<Properties>> sentences = new EnumMap<>(Language.class);
    private final Locale machine;
    private final ReadOnlyObjectWrapper<Language> language;

    /** {@code machine}: the locale the desk runs under, for dates and numbers. Languages are read when they are first spoken. */
    public Texts(Language first, Locale machine) {
        this.machine = machine;
        this.language = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    public void speak(Language next) {
        language.set(next);
    }

    /** The locale for dates, numbers and money. */
    public Locale locale() {
        return language.get().locale(machine);
    }

    /** The sentence, with <code>{0}</code>, <code>{1}</code> … filled in. An unknown key throws {@link IllegalArgumentException}. */
    public String say(String key, Object... facts) {
        String sentence = sentence(key).orElseThrow(() -> new IllegalArgumentException("No text for " + key));
        for (int place = 0; place < facts.length; place++) {
            sentence = sentence.replace("{" + place + "}", String.valueOf(facts[place]));
        }
        return sentence;
    }

    /** {@code one} for exactly one, {@code many} otherwise; the number, written by locale, fills the first place. */
    public String count(String one, String many, long number) {
        return say(number == 1 ? one : many, String.format(locale(), "%,d", number));
    }

    /** The sentence as it stands in the language of the moment, for a label that must change with it. */
    public StringBinding live(String key, Object... facts) {
        return Bindings.createStringBinding(() -> say(key, facts), language);
    }

    public boolean knows(String key) {
        return sentence(key).isPresent();
    }

    private Optional<String> sentence(String key) {
        List<Properties> read = sentences.computeIfAbsent(language.get(), _ -> new ArrayList<>());
        for (int place = 0; place < BUNDLES.size(); place++) {
            if (place == read.size()) {
                read.add(read(language.get(), BUNDLES.get(place)));
            }
            String found = read.get(place).getProperty(key);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Properties read(Language language, String bundle) {
        String name = language == Language.ENGLISH ? bundle : bundle + "_" + language.code();
        String file = "/baton/text/" + name + ".properties";
        try (InputStream bytes = Texts.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The texts " + file + " are missing");
            }
            Properties all = new Properties();
            all.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the texts " + file, e);
        }
    }
}
