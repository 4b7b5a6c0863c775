// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Phones that stand in memory: what is said appears on them with one tick, until it is {@link #read}. */
final class PretendPhones implements Handsets {
    static final Instant MORNING = Instant.parse("2026-06-01T01:00:00Z");
    static final Handset MINJI = new Handset("821012345678", "KR.1", "김민지", "ko");
    static final Handset DEWI = new Handset("6281234567890", "ID.1", "Dewi Lestari 🌷", "id");

    private final Map<Handset, List<PhoneScreen.Line>> phones = new LinkedHashMap<>();
    private boolean rough;
    private int said;

    PretendPhones() {
        phones.put(MINJI, new ArrayList<>());
        phones.put(DEWI, new ArrayList<>());
    }

    @Override
    public List<Handset> all() {
        return List.copyOf(phones.keySet());
    }

    @Override
    public PhoneScreen look(Handset handset) {
        return new PhoneScreen(handset.equals(DEWI), phones.getOrDefault(handset, List.of()));
    }

    @Override
    public void say(Handset handset, String text) {
        add(handset, true, text, PhoneScreen.Tick.DELIVERED);
    }

    @Override
    public void send(Handset handset, Sample sample) {
        add(handset, true, "[" + sample + "]", PhoneScreen.Tick.DELIVERED);
    }

    void answer(Handset handset, String text) {
        add(handset, false, text, PhoneScreen.Tick.NONE);
    }

    void read(Handset handset) {
        phones.get(handset)
                .replaceAll(line -> line.own()
                        ? new PhoneScreen.Line(
                                line.id(), true, line.text(), "", line.at(), PhoneScreen.Tick.READ, line.reactions())
                        : line);
    }

    private void add(Handset handset, boolean own, String text, PhoneScreen.Tick tick) {
        said++;
        phones.get(handset)
                .add(new PhoneScreen.Line("m" + said, own, text, "", MORNING.plusSeconds(60L * said), tick, ""));
    }

    @Override
    public Handset introduce(String name, String language) {
        Handset handset = new Handset("44770090000" + phones.size(), "GB." + phones.size(), name, language);
        phones.put(handset, new ArrayList<>());
        return handset;
    }

    @Override
    public List<String> languages() {
        return List.of("ko", "en", "id");
    }

    @Override
    public boolean isRough() {
        return rough;
    }

    @Override
    public void weather(boolean isRough) {
        rough = isRough;
    }
}
