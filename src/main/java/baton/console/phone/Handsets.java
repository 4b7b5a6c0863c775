// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import java.util.List;

/** Pretend phones and the weather between them and the hub. Every call may wait, so none is made on the screen's thread. */
public interface Handsets {
    /** What a phone can send beside words. */
    enum Sample {
        IMAGE,
        AUDIO,
        LOCATION,
        DOCUMENT
    }

    /** Everyone who has a phone, who came last at the end. */
    List<Handset> all();

    /** What this one's phone shows, as the stand-in for Meta knows it. */
    PhoneScreen look(Handset handset);

    /** Its owner writes; {@code text} must not be blank. */
    void say(Handset handset, String text);

    /** Its owner sends something made up of that kind. */
    void send(Handset handset, Sample sample);

    /** Gives a phone to somebody new. {@code name} must not be blank; {@code language}: one of {@link #languages}. */
    Handset introduce(String name, String language);

    /** Languages in which somebody new can come, as BCP 47. */
    List<String> languages();

    /** Whether what the phones send travels late, doubled and out of order. */
    boolean isRough();

    void weather(boolean rough);
}
