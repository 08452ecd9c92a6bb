package dealscope.nlp.name;

/**
 * Takes features by their parts. A feature is its name followed by its values with commas between: {@code "w0="} and
 * {@code "cloud"} are {@code w0=cloud}.
 */
interface FeatureSink {
    void add(String name, String value);

    void add(String name, String first, String second);

    void add(String name, String first, String second, String third);
}
