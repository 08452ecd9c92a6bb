package dealscope.store;

import dealscope.deal.Company;
import dealscope.fact.Companies;
import dealscope.nlp.name.Entities;
import org.jdbi.v3.core.Handle;

/** The company that a person means by an id or a name: one of the deals', one of the fact file's, else a new one. */
final class CompanyNames {
    private final Handle handle;

    CompanyNames(Handle handle) {
        this.handle = handle;
    }

    Company named(String written) {
        String name = written.strip();
        return handle.createQuery("""
                        select company_id, max(name) as name from deal_party
                        where company_id = :name or lower(name) = lower(:name)
                        group by company_id order by count(*) desc, company_id limit 1""")
                .bind("name", Column.cleanText(name))
                .map((row, context) -> new Company(row.getString("company_id"), row.getString("name")))
                .findOne()
                .orElseGet(() -> listed(name));
    }

    private static Company listed(String name) {
        return Companies.load().all().stream()
                .filter(fact -> fact.company().id().equals(name)
                        || fact.names().stream().anyMatch(name::equalsIgnoreCase))
                .map(fact -> fact.company())
                .findFirst()
                .orElseGet(() -> new Entities().company(name));
    }
}
