# -- failing
from keras.layers import GroupedQueryAttention, Input

query, value = Input((20, 16)), Input((30, 8))
mixed = GroupedQueryAttention(head_dim=4, num_query_heads=4, num_key_value_heads=2)(query, value)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[attention-shapes]: Queries have shape (None, 20, 16), values (None, 30, 8) and keys (None, 30, 8).
# -- fixed
from keras.layers import Dense, GroupedQueryAttention, Input

query, value = Input((20, 16)), Input((30, 8))
value = Dense(16)(value)
mixed = GroupedQueryAttention(head_dim=4, num_query_heads=4, num_key_value_heads=2)(query, value)
# -- near miss
from keras.layers import Input, MultiHeadAttention

query, value = Input((20, 16)), Input((30, 16))
mixed = MultiHeadAttention(num_heads=4, key_dim=4)(query, value)
