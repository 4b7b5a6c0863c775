// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every phone on the network, by number and by user id. Guarded by the network's lock. */
final class Phones {
    static final int MOST = 100_000;

    private final Map<String, Phone> byNumber = new LinkedHashMap<>();
    private final Map<String, Phone> byUserId = new HashMap<>();
    private final long seed;

    Phones(long seed) {
        this.seed = seed;
    }

    /** The phone with these digits or this user id. */
    Optional<Phone> find(String numberOrUserId) {
        String key = numberOrUserId.strip();
        Optional<Phone> byId = Optional.ofNullable(byUserId.get(key));
        return byId.isPresent() ? byId : DialledNumber.parse(key).flatMap(this::find);
    }

    Optional<Phone> find(DialledNumber number) {
        Phone exact = byNumber.get(number.digits());
        if (exact != null) {
            return Optional.of(exact);
        }
        for (String variant : number.variants()) {
            Phone phone = byNumber.get(variant);
            if (phone != null) {
                return Optional.of(phone);
            }
        }
        return Optional.empty();
    }

    /** The phone with this number, a stranger's when it is new. */
    Phone findOrAdd(DialledNumber number) {
        return find(number).orElseGet(() -> add(Identity.stranger(number.digits(), seed)));
    }

    /** The platform forgets its oldest phone when there are more than {@value #MOST}. */
    Phone add(Identity owner) {
        var phone = new Phone(owner);
        byNumber.put(owner.phone(), phone);
        byUserId.put(owner.userId(), phone);
        if (byNumber.size() > MOST) {
            Phone oldest = byNumber.values().iterator().next();
            byNumber.remove(oldest.owner().phone());
            byUserId.remove(oldest.owner().userId());
        }
        return phone;
    }

    void rename(Phone phone, Identity owner) {
        byUserId.remove(phone.owner().userId());
        phone.owner(owner);
        byUserId.put(owner.userId(), phone);
    }

    List<Phone> all() {
        return new ArrayList<>(byNumber.values());
    }

    int count() {
        return byNumber.size();
    }
}
