package dealscope.ledger.correction;

import dealscope.deal.Company;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an analyst decided. Each says by which evidence its deals are found. */
public sealed interface Decision {

    /** The name in the store and the API. */
    String kind();

    /** The evidence of each deal or part of a deal that it is about; empty when it is about none. */
    default List<List<Anchor>> targets() {
        return List.of();
    }

    /** Two deals are one. */
    record Merge(List<Anchor> deal, List<Anchor> other) implements Decision {
        public Merge {
            deal = List.copyOf(deal);
            other = List.copyOf(other);
        }

        @Override
        public String kind() {
            return "merge";
        }

        @Override
        public List<List<Anchor>> targets() {
            return List.of(deal, other);
        }
    }

    /** Some of a deal's reports tell of another deal. @param deal the reports that stay @param off those that leave */
    record Split(List<Anchor> deal, List<Anchor> off) implements Decision {
        public Split {
            deal = List.copyOf(deal);
            off = List.copyOf(off);
        }

        @Override
        public String kind() {
            return "split";
        }

        @Override
        public List<List<Anchor>> targets() {
            return List.of(deal, off);
        }
    }

    /** Two deals that look like one are two. */
    record Distinct(List<Anchor> deal, List<Anchor> other) implements Decision {
        public Distinct {
            deal = List.copyOf(deal);
            other = List.copyOf(other);
        }

        @Override
        public String kind() {
            return "distinct";
        }

        @Override
        public List<List<Anchor>> targets() {
            return List.of(deal, other);
        }
    }

    /** What was taken for a deal is none. */
    record NoDeal(List<Anchor> deal) implements Decision {
        public NoDeal {
            deal = List.copyOf(deal);
        }

        @Override
        public String kind() {
            return "not_a_deal";
        }

        @Override
        public List<List<Anchor>> targets() {
            return List.of(deal);
        }
    }

    /** Another company takes part: {@code right} in place of {@code wrong}; one of them may be missing. */
    record Party(
            List<Anchor> deal,
            Side side,
            @Nullable Company wrong,
            @Nullable Company right) implements Decision {
        public Party {
            deal = List.copyOf(deal);
            if (wrong == null && right == null) {
                throw new IllegalArgumentException("a correction of a party names one");
            }
        }

        @Override
        public String kind() {
            return "party";
        }

        @Override
        public List<List<Anchor>> targets() {
            return List.of(deal);
        }
    }

    /** A field has this value. */
    record Right(List<Anchor> deal, FieldValue value) implements Decision {
        public Right {
            deal = List.copyOf(deal);
        }

        @Override
        public String kind() {
            return "field";
        }

        @Override
        public List<List<Anchor>> targets() {
            return List.of(deal);
        }
    }

    /** The deal is in no list and no sum. */
    record Hide(List<Anchor> deal) implements Decision {
        public Hide {
            deal = List.copyOf(deal);
        }

        @Override
        public String kind() {
            return "hide";
        }

        @Override
        public List<List<Anchor>> targets() {
            return List.of(deal);
        }
    }

    /** One company goes under two names: wherever {@code from} is found, {@code to} is meant. */
    record Alias(Company from, Company to) implements Decision {
        public Alias {
            if (from.id().equals(to.id())) {
                throw new IllegalArgumentException("a company is no alias of itself: " + from.id());
            }
        }

        @Override
        public String kind() {
            return "alias";
        }
    }

    /** Another correction, an undoing perhaps, holds no longer. @param correction its id */
    record Undo(String correction) implements Decision {
        @Override
        public String kind() {
            return "undo";
        }
    }

    /** Of a deal. */
    enum Side {
        PAYER,
        PAYEE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
