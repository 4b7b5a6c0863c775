// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Identity;
import baton.domain.Sender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the {@code contacts} of one value name. An entry's person is found by user id or phone number, never by position; only when an
 * entry names nobody and the value has a single contact it is that one.
 */
final class People {
    private static final String[] FROM = {
        "from_user_id", "from", "from_parent_user_id", "user_id", "wa_id", "parent_user_id"
    };
    private static final String[] TO = {"to_user_id", "to", "to_parent_user_id"};
    private static final String[] RECIPIENT = {
        "recipient_user_id", "recipient_id", "parent_recipient_user_id", "recipient_parent_user_id", "parent_user_id"
    };

    private final Map<Identity, Profile> byMark = new HashMap<>();
    private final Optional<Profile> only;

    private record Profile(Marks marks, Optional<String> name, Optional<String> username) {
        static final Profile NOBODY = new Profile(Marks.NONE, Optional.empty(), Optional.empty());
    }

    People(Fields value) {
        List<Profile> profiles =
                value.items("contacts").stream().map(People::profile).toList();
        for (Profile profile : profiles) {
            profile.marks().identities().forEach(mark -> byMark.putIfAbsent(mark, profile));
        }
        only = profiles.size() == 1 ? Optional.of(profiles.getFirst()) : Optional.empty();
    }

    /** Who wrote the entry: the group if it was written in one, with the participant's name (WHATSAPP.md 2.24). */
    Optional<Sender> sender(Fields entry) {
        return partner(entry, Marks.of(entry, FROM));
    }

    /** To whom an echo was written. */
    Optional<Sender> addressee(Fields echo) {
        return partner(echo, Marks.of(echo, TO));
    }

    /** Whom a status is about. */
    Optional<Sender> recipient(Fields status) {
        Optional<Identity> group = status.id("recipient_id")
                .filter(_ -> status.id("recipient_type").filter("group"::equals).isPresent())
                .flatMap(People::group);
        Marks marks = Marks.of(status, RECIPIENT);
        return group.isPresent()
                ? group.map(one -> new Sender(List.of(one), Optional.empty(), Optional.empty()))
                : person(marks);
    }

    /** The person with these marks, with what the contacts add to them. */
    Optional<Sender> person(Marks marks) {
        Profile profile = profileOf(marks);
        List<Identity> identities = marks.or(profile.marks()).identities();
        return identities.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sender(identities, profile.name(), profile.username()));
    }

    private Optional<Sender> partner(Fields entry, Marks marks) {
        Optional<Identity> group = entry.id("group_id").flatMap(People::group);
        if (group.isEmpty()) {
            return person(marks);
        }
        Optional<String> participant = profileOf(marks).name().or(() -> shown(marks));
        return group.map(one -> new Sender(List.of(one), participant, Optional.empty()));
    }

    private Profile profileOf(Marks marks) {
        List<Identity> identities = marks.identities();
        if (identities.isEmpty()) {
            return only.orElse(Profile.NOBODY);
        }
        return identities.stream()
                .map(byMark::get)
                .filter(known -> known != null && !marks.contradicts(known.marks()))
                .findFirst()
                .orElse(Profile.NOBODY);
    }

    private static Optional<Identity> group(String id) {
        return id.length() <= 256 ? Optional.of(new Identity(Identity.Kind.GROUP, id)) : Optional.empty();
    }

    private static Optional<String> shown(Marks marks) {
        return marks.phone()
                .map(phone -> "+" + phone.value())
                .or(() -> marks.bsuid().map(Identity::value));
    }

    private static Profile profile(Fields contact) {
        Fields profile = contact.at("profile");
        Optional<String> username = profile.label("username").or(() -> contact.label("username"));
        return new Profile(
                Marks.of(contact, "user_id", "wa_id", "parent_user_id"),
                profile.label("name"),
                username.map(name -> name.startsWith("@") ? name.substring(1) : name)
                        .filter(name -> !name.isBlank()));
    }
}
