/** A dictionary of a few words. */
export const LISTS = {
  dictionary: '我 900 r\n在 900 p\n再 300 d\n家 300 n\n想 300 v\n岁 90 q\n王桂兰 3 nr\n',
  usage: '# Apache\n5000 我\n',
  terms: "# own\nns 嘎什根:ga'shi'gen\n",
  pairs: '# Apache\n^ 我90\n我 在30 再9\n在 家40\n再 想40\nN 岁50\n',
  classes: '我\n在 再\n家 想\n^\nP\nN\nL\n$\n岁\n',
  names: '# own\nsurname 王 李\nfirst 桂 玉\nlast 兰 芬\nplace 兴 新\n',
  spoken: '想家。',
  prose: [] as readonly string[],
};
