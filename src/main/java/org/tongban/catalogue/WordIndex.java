package org.tongban.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Services by the words in their files, in memory. Single characters and pairs of them found more of the queries of
 * {@code items/search.cases.yaml} among the first three (275 of 280) than the dictionary of smartcn (270) or pairs alone (264);
 * {@code search/words.txt}, how people say what the files put officially, finds the rest.
 */
final class WordIndex {

    private static final int HITS_MAX = 30;
    /** Below this part of the best score a hit shares a word or two, no more. */
    private static final float SCORE_MIN = 0.35f;

    private static final float SAID_OTHERWISE = 0.3f;
    private static final float OTHER_FIELDS = 0.2f;
    private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.4f);
    private static final String ID = "id";
    private static final Map<String, Float> WEIGHTS = Map.of(
            "name", 3f, "keywords", 3f, "scenario", 2f, "papers", 1f, "conditions", 1f, "form", 0.5f, "steps", 0.5f);

    private final Analyzer analyzer = new PairsOfCharacters();
    private final Map<String, String> saidOtherwise = read();
    private final IndexSearcher searcher;

    WordIndex(List<Item> items) {
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY))) {
                for (var item : items) {
                    writer.addDocument(document(item));
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(SIMILARITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class PairsOfCharacters extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var characters = new StandardTokenizer();
            var both = new CJKBigramFilter(new LowerCaseFilter(characters), CJKBigramFilter.HAN, true);
            return new TokenStreamComponents(characters, both);
        }
    }

    private static Document document(Item item) {
        var document = new Document();
        document.add(new StringField(ID, item.id(), Store.YES));
        text(document, "name", Stream.of(item.name()));
        text(document, "keywords", item.keywords().stream());
        text(document, "scenario", Stream.of(item.scenario()));
        text(
                document,
                "papers",
                Stream.of(
                                item.materials().stream().map(Material::name),
                                item.results().stream().map(Result::name),
                                item.lifeEvents().stream().map(Item.LifeEvent::chinese),
                                Stream.of(item.lead()),
                                item.cooperating().stream())
                        .flatMap(s -> s));
        text(document, "conditions", item.eligibility().stream().map(Eligibility::text));
        text(document, "form", item.form().stream().flatMap(WordIndex::words));
        var notes = item.notes();
        text(
                document,
                "steps",
                Stream.concat(
                        item.steps().stream().map(Step::action), notes == null ? Stream.empty() : Stream.of(notes)));
        return document;
    }

    private static Stream<String> words(Field field) {
        return field instanceof Field.Select select
                ? Stream.concat(Stream.of(field.label()), select.options().stream())
                : Stream.of(field.label());
    }

    private static void text(Document document, String field, Stream<String> texts) {
        document.add(new TextField(field, texts.collect(Collectors.joining("，")), Store.NO));
    }

    /** Ids, best first. */
    List<String> find(String asked) {
        try {
            var hits = searcher.search(query(asked), HITS_MAX);
            var found = new ArrayList<String>();
            for (var hit : hits.scoreDocs) {
                if (hit.score >= hits.scoreDocs[0].score * SCORE_MIN) {
                    found.add(searcher.storedFields().document(hit.doc).get(ID));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(String asked) throws IOException {
        var terms = new LinkedHashMap<String, Float>();
        for (var term : terms(asked)) {
            terms.put(term, 1f);
        }
        for (var word : saidOtherwise.entrySet()) {
            if (asked.contains(word.getKey())) {
                for (var term : terms(word.getValue())) {
                    terms.putIfAbsent(term, SAID_OTHERWISE);
                }
            }
        }
        var query = new BooleanQuery.Builder();
        terms.forEach(
                (term, weight) -> query.add(new BoostQuery(inAnyField(term), weight), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    private static Query inAnyField(String term) {
        var fields = WEIGHTS.entrySet().stream()
                .<Query>map(f -> new BoostQuery(new TermQuery(new Term(f.getKey(), term)), f.getValue()))
                .toList();
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    }

    private List<String> terms(String text) throws IOException {
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }

    private static Map<String, String> read() {
        var words = new LinkedHashMap<String, String>();
        try (var in = Objects.requireNonNull(WordIndex.class.getClassLoader().getResourceAsStream("search/words.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        var sides = line.split("=", 2);
                        words.put(sides[0].strip(), sides[1].strip());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
