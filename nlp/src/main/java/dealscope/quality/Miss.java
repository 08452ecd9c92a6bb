package dealscope.quality;

/** One thing that was missed, wrongly found, or found with a wrong value or status. */
public record Miss(String article, String fault, String what) {
    @Override
    public String toString() {
        return article + " | " + fault + " | " + what;
    }
}
