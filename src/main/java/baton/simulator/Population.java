// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes up people, one language after the other at first, and draws what each comes for. Guarded by the crowd's lock. */
final class Population {
    private static final int MOST_COUNTED = 10_000;

    private final List<Tongue> tongues;
    private final long seed;
    private final Map<String, Integer> visitsOf = new HashMap<>();
    private int people;

    Population(List<Tongue> tongues, long seed) {
        this.tongues = tongues;
        this.seed = seed;
    }

    Person next(Predicate<String> taken) {
        Dice dice = Dice.of(seed, "person" + people);
        boolean inTurn = people < 2 * tongues.size();
        Tongue tongue = inTurn ? tongues.get(people % tongues.size()) : dice.pick(tongues);
        people++;
        return Person.invent(tongue, dice, taken);
    }

    Script script(Person person) {
        int visit = visitsOf.merge(person.identity().phone(), 1, Integer::sum);
        if (visitsOf.size() > MOST_COUNTED) {
            visitsOf.clear();
        }
        return Dice.of(seed, "script" + person.identity().phone() + visit)
                .pick(person.tongue().scripts());
    }

    /** The chances of the visit that {@link #script} was last drawn for. */
    Dice dice(Person person) {
        String phone = person.identity().phone();
        return Dice.of(seed, "talk" + phone + visitsOf.getOrDefault(phone, 0));
    }
}
